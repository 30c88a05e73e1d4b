/** What a caller is told when a route refuses or fails. The message says what to do next. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  readonly status: number;
  readonly code: string;
  /** For bad input: what is wrong with which field, one line each. */
  readonly issues: readonly string[] | undefined;
  /** For an edit that came too late: the thing as it is now. */
  readonly current: unknown;

  constructor(
    status: number,
    code: string,
    message: string,
    issues?: readonly string[],
    options: ErrorOptions & { current?: unknown } = {},
  ) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.issues = issues;
    this.current = options.current;
  }
}

export const unauthorized = (message: string) => new ApiError(401, 'unauthorized', message);
export const forbidden = (message: string) => new ApiError(403, 'forbidden', message);
export const notFound = (message: string) => new ApiError(404, 'not_found', message);
export const conflict = (message: string) => new ApiError(409, 'conflict', message);
export const unavailable = (message: string, cause?: unknown) =>
  new ApiError(503, 'unavailable', message, undefined, { cause });
export const databaseSilent = (cause: unknown) =>
  unavailable('The database did not answer. Try again in a minute.', cause);
