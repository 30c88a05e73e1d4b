/**
 * The headers by which a Supabase project knows the bearer of an API key. A legacy key is a token, and
 * sent as one too; of a new one (sb_…) the gateway makes a token by itself, and refuses it sent as one.
 */
export function apiKeyHeaders(key: string): Record<string, string> {
  const isToken = key.startsWith('eyJ');
  return { apikey: key, ...(isToken && { authorization: `Bearer ${key}` }) };
}
