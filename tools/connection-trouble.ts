/**
 * Why there is no connecting to a database, and what to do, in a sentence or two. Never says the
 * password.
 *
 * @param error what the driver threw: Postgres's own refusal (SQLSTATE), or the network's
 */
export function connectionTrouble(error: unknown, url: URL): string {
  const { code, message } = facts(error);
  const where = `${url.hostname}:${url.port || '5432'}`;
  const user = decodeURIComponent(url.username) || 'the user';

  if (/no encryption|ssl (connection is|is) required/i.test(message)) {
    return `${where} wants an encrypted connection: add ?sslmode=require to DATABASE_URL.`;
  }
  if (/before secure TLS connection/i.test(message)) {
    return `${where} does not encrypt. In a private network you trust, add ?sslmode=disable to DATABASE_URL.`;
  }
  if (/tenant or user not found/i.test(message)) {
    return `The pooler at ${where} does not know ${user}: there the user is postgres.<project ref>, and the host is of the project's region. Copy the string from the project's Connect page.`;
  }
  switch (code) {
    case '28P01':
      return isPlaceholder(url)
        ? 'DATABASE_URL still has the placeholder instead of the password.'
        : `${where} refuses the password of ${user}. It is the database's, not your account's; it can be reset in the project's database settings. Signs such as /, # or @ are written %2F, %23, %40.`;
    case '28000':
      return `${where} does not let ${user} in: ${message}`;
    case '3D000':
      return `There is no database ${url.pathname.slice(1)} at ${where}; on Supabase it is postgres.`;
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `${where} shows a certificate that is not trusted (${code}): is PGSSLROOTCERT the certificate of this project's database settings? If it is, somebody else may be answering.`;
    case '53300':
      return `${where} has no connection left: try again in a minute.`;
    case '57P03':
      return `${where} is starting or stopping: try again in a minute.`;
    case 'ECONNREFUSED':
      return `Nothing answers at ${where}: is the host right, and does the database run?`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return `${where} cannot be reached (${code}).${byIpv6Only(url) ? ' This address has IPv6 only: from elsewhere use the session pooler, whose string is on the project’s Connect page.' : ' Is the host right? And is a paused project awake?'}`;
    default:
      return `There is no connecting to ${where}: ${message}`;
  }
}

const isPlaceholder = ({ password }: URL) => /^\[.*\]$/.test(decodeURIComponent(password));

const byIpv6Only = ({ hostname }: URL) => /^db\..*\.supabase\.co$/.test(hostname);

/** Code and message of an error; of several at once (one for each address), the first's. */
function facts(error: unknown): { code: string; message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return facts(error.errors[0]);
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  return { code: 'code' in error ? String(error.code) : '', message: error.message };
}
