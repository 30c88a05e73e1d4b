import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The keys of this project that act as service_role, from what the platform sets: the legacy
 * service-role key, and the secret keys as a JSON object by name.
 *
 * @throws naming the variable when there is none, or the object is none
 */
export function serviceKeys(env: { get(name: string): string | undefined }): readonly string[] {
  const secretKeys = Object.values(objectIn(env.get('SUPABASE_SECRET_KEYS') || '{}'));
  const keys = [env.get('SUPABASE_SERVICE_ROLE_KEY'), ...secretKeys].filter(isKey);
  if (keys.length === 0) {
    throw new Error('Neither SUPABASE_SERVICE_ROLE_KEY nor SUPABASE_SECRET_KEYS holds a key');
  }
  return keys;
}

/**
 * The service key that a request carries: as `apikey`, where supabase-js puts every key, or as bearer
 * token, where it also puts a legacy one. Undefined when it carries none. Compared in constant time.
 */
export function serviceKeyOf(request: Request, keys: readonly string[]): string | undefined {
  const bearer = request.headers.get('authorization')?.match(/^Bearer (.+)$/i)?.[1];
  const given = [request.headers.get('apikey'), bearer].map((text) => digest(text ?? ''));
  return keys.find((key) => given.some((one) => timingSafeEqual(one, digest(key))));
}

// What is no JSON would be quoted by the parser's own error.
function objectIn(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null) return value;
  } catch {}
  throw new Error('SUPABASE_SECRET_KEYS must be a JSON object of keys by name');
}

const isKey = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Equal lengths for the comparison, whatever was sent. */
const digest = (text: string) => createHash('sha256').update(text).digest();
