import type postgres from 'postgres';

/**
 * Defects: jsonb arguments of functions are encoded twice, so that the function receives a string;
 * timestamps come as Postgres prints them, not as ISO 8601; a numeric like 46.0 comes as a string.
 */
export function exactTypes(): Record<string, postgres.PostgresType> {
  const json = (oid: number): postgres.PostgresType => ({
    to: oid,
    from: [oid],
    serialize: (value: unknown) => (isJsonText(value) ? value : JSON.stringify(value)),
    parse: JSON.parse,
  });
  const timestamp = (oid: number, parse: (text: string) => string): postgres.PostgresType => ({
    to: oid,
    from: [oid],
    serialize: (value: string) => value,
    parse,
  });
  return {
    json: json(114),
    jsonb: json(3802),
    numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
    timestamp: timestamp(1114, (text) => text.replace(' ', 'T')),
    timestamptz: timestamp(1184, (text) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
  };
}

function isJsonText(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
