/** A call to the database failed. `sqlState` is empty when no answer came at all. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  readonly rpc: string;
  readonly sqlState: string;

  constructor(rpc: string, sqlState: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.rpc = rpc;
    this.sqlState = sqlState;
  }

  /** Worth repeating: nobody answered, or the answer was that it is a bad moment. */
  get isTransient(): boolean {
    return (
      this.sqlState === '' ||
      /^(08|40|53|57P)/.test(this.sqlState) ||
      /^PGRST00[0-3]$/.test(this.sqlState)
    );
  }
}

/** What supabase-js answers in `error`, as one to throw. */
export function databaseError(
  rpc: string,
  error: { code?: string; message: string },
): DatabaseError {
  const sqlState = /^([0-9A-Z]{5}|PGRST\d+)$/.test(error.code ?? '') ? (error.code ?? '') : '';
  return new DatabaseError(rpc, sqlState, `${rpc}: ${error.message}`, { cause: error });
}
