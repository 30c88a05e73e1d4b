import type { z } from 'zod';
import { ApiError } from './api-error.ts';

/** No request of ours comes near this. */
const MAX_BODY_BYTES = 16 * 1024;

/**
 * Reads a JSON body and parses it; throws a 400, 413 or 415 that says what is wrong with it. Where a
 * body may be left out, `ifNone` is what is read instead.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  ifNone = '',
): Promise<z.infer<Schema>> {
  const sent = await readText(request);
  if (sent && !isJson(request)) {
    throw new ApiError(415, 'not_json', 'Send the body as `content-type: application/json`.');
  }
  const text = sent || ifNone;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new ApiError(400, 'malformed_json', 'The body is not valid JSON.', undefined, { cause });
  }

  return parseRequest(schema, body);
}

/** What a request says, in the shape it must have; throws a 400 that says what is wrong with it. */
export function parseRequest<Schema extends z.ZodType>(
  schema: Schema,
  said: unknown,
): z.infer<Schema> {
  const parsed = schema.safeParse(said);
  if (parsed.success) return parsed.data;
  throw new ApiError(
    400,
    'invalid_request',
    'The request has fields that are missing, unknown or of the wrong type.',
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`),
  );
}

/** A form of another site can send text, but not this without asking first. */
const isJson = ({ headers }: Request) =>
  /^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '');

/**
 * The body as text. Of one that is too big the rest is read and dropped, since an answer in the middle
 * of a request would break the caller's connection; a stated length is not believed.
 */
async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes <= MAX_BODY_BYTES) text += decoder.decode(chunk, { stream: true });
  }
  if (bytes > MAX_BODY_BYTES) {
    throw new ApiError(413, 'too_large', `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  }
  return text + decoder.decode();
}

/** Reads and drops a body that nobody asked for: a refused request is read to its end, too. */
export async function dropBody(request: Request): Promise<void> {
  if (request.bodyUsed) return;
  for await (const _ of request.body ?? []);
}
