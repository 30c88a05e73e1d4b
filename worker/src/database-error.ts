/**
 * A call to the database failed. `sqlState` is empty when the database itself did not answer; then
 * `status` is what somebody on the way to it answered over HTTP, 0 when nobody did.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  readonly rpc: string;
  readonly sqlState: string;
  readonly status: number;

  constructor(
    rpc: string,
    sqlState: string,
    message: string,
    { status = 0, ...options }: ErrorOptions & { status?: number } = {},
  ) {
    super(message, options);
    this.rpc = rpc;
    this.sqlState = sqlState;
    this.status = status;
  }

  /**
   * Whether a call to the queue is worth repeating: nobody answered, or the answer was that it is a bad
   * moment. That includes a timeout of a statement or a lock (57014, 55P03): these calls are short, so
   * the database is stalled. Not a gateway's refusal, which would be repeated for as long as the lease
   * can be extended.
   */
  get isTransient(): boolean {
    if (this.sqlState === '') {
      return this.status < 400 || this.status >= 500 || [408, 429].includes(this.status);
    }
    return (
      /^(08|40|53|57P|57014|55P03)/.test(this.sqlState) || /^PGRST00[0-3]$/.test(this.sqlState)
    );
  }
}

/** What supabase-js answers in `error`, as one to throw. */
export function databaseError(
  rpc: string,
  error: { code?: string; message: string },
  status = 0,
): DatabaseError {
  const sqlState = /^([0-9A-Z]{5}|PGRST\d+)$/.test(error.code ?? '') ? (error.code ?? '') : '';
  return new DatabaseError(rpc, sqlState, `${rpc}: ${error.message}`, {
    cause: error,
    status,
  });
}
