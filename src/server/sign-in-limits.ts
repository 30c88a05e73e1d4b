import 'server-only';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { parseWebEnv } from '@/config/env.ts';
import { log } from './log.ts';
import { serviceClient } from './supabase.ts';

/** An attempt that was counted and may be made, or may not. */
export interface CountedTry {
  /** How long to wait before it may be made; 0 when it may be made now. */
  waitSeconds: number;
  /** Who it was, for the log: the same for the same account and address, and readable by nobody. */
  hashes: { accountHash: string; addressHash: string };
  /**
   * Takes the attempt back: it was right, or nobody could say. A wrong one stays counted. Never throws:
   * whoever was let in stays in.
   */
  settle: (wasRight: boolean) => Promise<void>;
}

/**
 * Counts an attempt to sign in to this account from this address (`begin_sign_in` has the limits).
 * Throws what the database answers: who cannot be counted is not let in.
 */
export const countSignIn = (email: string, address: string): Promise<CountedTry> =>
  // As Auth does: an account's e-mail address is one in any case.
  count(`sign-in account ${email.toLowerCase()}`, address);

/** The same for renewing a session. Whose it is nobody knows yet, so only the address counts. */
export const countRefresh = (address: string): Promise<CountedTry> =>
  count(`session at ${address}`, address);

/**
 * The counts are in the database, since two requests need not meet in one process; under keyed hashes,
 * since a plain hash of an address is undone by trying every address.
 */
async function count(account: string, address: string): Promise<CountedTry> {
  const { SUPABASE_SERVICE_ROLE_KEY: key } = parseWebEnv(process.env);
  const hash = (value: string) => createHmac('sha256', key).update(value).digest('base64url');
  const counted = { p_account: hash(account), p_address: hash(`sign-in address ${address}`) };

  const client = serviceClient();
  const { data } = await client.rpc('begin_sign_in', counted).throwOnError();
  return {
    waitSeconds: z.int().nonnegative().parse(data),
    hashes: {
      accountHash: counted.p_account.slice(0, 12),
      addressHash: counted.p_address.slice(0, 12),
    },
    settle: async (wasRight) => {
      const { error } = await client.rpc('settle_sign_in', { ...counted, p_was_right: wasRight });
      if (error) log.warn({ err: error }, 'session.try_not_settled');
    },
  };
}
