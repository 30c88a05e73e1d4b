/** What no answer of the site may hold, whatever went wrong: how it is made, and where it runs. */
const INSIDES: Readonly<Record<string, RegExp>> = {
  SQL: /\b(public|pgmq|auth)\.[a-z_]+|\bselect\b[^<]{1,200}\bfrom\b[^<]{1,200}\bwhere\b/i,
  'an error of Postgres':
    /SQLSTATE|violates|permission denied for|syntax error at|relation "|does not exist\b.*(column|function)/,
  'an error of PostgREST': /PGRST\d|schema cache/,
  'a stack trace': /\n\s+at [^\n]*:\d+:\d+|node:internal/,
  'a path of the machine': /(?<![\w.])\/(home|root|work|var|usr|tmp|opt|vercel)\/[\w.-]+/,
  'the name of a package': /node_modules|@supabase\//,
  'where the database is':
    /postgres(ql)?:\/\/|ECONNREFUSED|ENOTFOUND|fetch failed|127\.0\.0\.1:\d{4,5}/,
};

/** A JSON web token, or a session's cookie, by its beginning. */
const TOKEN = /eyJ[\w-]{20,}\.[\w-]{20,}|base64-eyJ[\w-]{20,}/;

/** Whether a text holds one of these secrets, or a token: by name, never by value. */
export function secretsIn(text: string, secrets: Readonly<Record<string, string>>): string[] {
  const found = Object.entries(secrets)
    .filter(([, secret]) => text.includes(secret) || text.includes(encodeURIComponent(secret)))
    .map(([name]) => name);
  return TOKEN.test(text) ? [...found, 'a token'] : found;
}

/** What an answer holds that its reader should not see: secrets and the site's insides. */
export function leaksIn(text: string, secrets: Readonly<Record<string, string>>): string[] {
  const insides = Object.entries(INSIDES).filter(([, looks]) => looks.test(text));
  return [...secretsIn(text, secrets), ...insides.map(([name]) => name)];
}

/** What is in no log either, where an error says what went wrong: data, queries, a way in. */
const NOT_LOGGED: Readonly<Record<string, RegExp>> = {
  'a query': /\bselect\b[^<]{1,200}\bfrom\b[^<]{1,200}\bwhere\b/i,
  'a row': /failing row contains/i,
  'the address of the database': /postgres(ql)?:\/\//,
};

/** What a log holds that whoever keeps it should not: secrets, and the above. */
export function leaksInLog(text: string, secrets: Readonly<Record<string, string>>): string[] {
  const found = Object.entries(NOT_LOGGED).filter(([, looks]) => looks.test(text));
  return [...secretsIn(text, secrets), ...found.map(([name]) => name)];
}

/** An answer as it goes over the wire: status, headers, body. */
export async function wholeAnswer(response: Response): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  return [response.status, ...headers, '', await response.text()].join('\n');
}
