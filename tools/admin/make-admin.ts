import { type AuthError, createClient, type User } from '@supabase/supabase-js';
import { CommandError } from '../run-command.ts';

interface Project {
  readonly supabaseUrl: string;
  /** A secret key (`sb_secret_…`) or a legacy service-role key. */
  readonly secretKey: string;
}

interface Wanted {
  readonly email: string;
  /** Of a new user; of one that exists, only if it is to be changed. */
  readonly password: string;
  readonly changesPassword: boolean;
}

const ROLE = { app_metadata: { role: 'admin' } } as const;

/**
 * Makes a user who may sign in as an admin; one that exists becomes an admin and keeps the password,
 * unless it is to be changed. Whether the user is new.
 *
 * @throws {CommandError} in words, when Supabase Auth refuses or does not answer.
 */
export async function makeAdmin(
  { supabaseUrl, secretKey }: Project,
  { email, password, changesPassword }: Wanted,
): Promise<'created' | 'promoted'> {
  const { auth } = createClient(supabaseUrl, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const created = await auth.admin.createUser({ email, password, email_confirm: true, ...ROLE });
  if (!created.error) return 'created';
  if (created.error.code !== 'email_exists') throw refused(created.error, supabaseUrl);

  const { id } = await findUser(auth.admin.listUsers.bind(auth.admin), email, supabaseUrl);
  const changed = await auth.admin.updateUserById(id, {
    ...ROLE,
    ...(changesPassword && { password }),
  });
  if (changed.error) throw refused(changed.error, supabaseUrl);
  return 'promoted';
}

type ListUsers = ReturnType<typeof createClient>['auth']['admin']['listUsers'];

const PER_PAGE = 1_000;

/** Auth finds users by id only: looked through page by page. */
async function findUser(listUsers: ListUsers, email: string, supabaseUrl: string): Promise<User> {
  for (let page = 1; ; page += 1) {
    const { data, error } = await listUsers({ page, perPage: PER_PAGE });
    if (error) throw refused(error, supabaseUrl);
    const found = data.users.find((user) => user.email?.toLowerCase() === email.toLowerCase());
    if (found) return found;
    if (data.users.length < PER_PAGE) {
      throw new CommandError(`${email} is taken, but no user with it is listed.`);
    }
  }
}

function refused(error: AuthError, supabaseUrl: string): CommandError {
  const { status, message } = error;
  if (!status || status >= 500) {
    return new CommandError(`${supabaseUrl} does not answer: is SUPABASE_URL right? (${message})`, {
      cause: error,
    });
  }
  if (status === 401 || status === 403) {
    return new CommandError(
      'Supabase refuses the key: SUPABASE_SERVICE_ROLE_KEY must be a secret key of this project, or its legacy service_role key.',
      { cause: error },
    );
  }
  return new CommandError(`Supabase Auth refuses: ${message}`, { cause: error });
}
