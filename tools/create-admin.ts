import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { makeAdmin } from './admin/make-admin.ts';
import { readDeployment } from './deployment.ts';
import { CommandError, runCommand, say } from './run-command.ts';

const HELP = `npm run admin:create -- you@club.example [--password-stdin]

Makes an admin of the site: a user of the project's Supabase Auth with the role admin, who may sign in at
once. The password is made up and shown once. A user who exists becomes an admin and keeps the password;
whoever is signed in already signs out and in again.

  --password-stdin  takes the password from the first line of stdin instead, 12 characters or more (also
                    for a user who exists): never from the command line, which others can see

SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY  the project, and a secret key or the legacy service_role key. With
                    nothing set, the stack that \`npm start\` has running in LOCAL_DIR (.local)

Exit code 0 when the user is an admin, 1 when not.`;

const LEAST_LENGTH = 12;

await runCommand({
  help: HELP,
  flags: ['password-stdin'],
  words: 1,
  run: async ({ flags, words }) => {
    const email = z.email().safeParse(words[0]);
    if (!email.success) throw new CommandError('Say whose e-mail: --help tells how.');
    const { supabaseUrl, secretKey, siteUrl } = readDeployment(process.env);
    if (!supabaseUrl || !secretKey) {
      throw new CommandError('Set SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY.');
    }
    const isGiven = flags.has('password-stdin');
    const password = isGiven ? await passwordFromStdin() : randomBytes(15).toString('base64url');
    const made = await makeAdmin(
      { supabaseUrl, secretKey },
      { email: email.data, password, changesPassword: isGiven },
    );
    say(`${email.data} is an admin${made === 'created' ? ', and new' : ' now'}.`);
    if (made === 'created' && !isGiven) say(`Password, shown only this once: ${password}`);
    if (made === 'promoted' && !isGiven) say('The password is what it was.');
    say(`Sign in at ${new URL('/sign-in', siteUrl ?? 'https://your.site')}`);
    return true;
  },
});

async function passwordFromStdin(): Promise<string> {
  const [password = ''] = (await text(process.stdin)).split(/\r?\n/);
  if (password.length < LEAST_LENGTH) {
    throw new CommandError(`The password on stdin must have ${LEAST_LENGTH} characters or more.`);
  }
  return password;
}
