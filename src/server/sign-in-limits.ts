import 'server-only';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { parseWebEnv } from '@/config/env.ts';
import { log } from './log.ts';
import { serviceClient } from './supabase.ts';

/** A try to sign in that was counted and may be made, or may not. */
export interface CountedTry {
  /** How long to wait before a password is looked at; 0 when it may be tried now. */
  waitSeconds: number;
  /**
   * Takes the try back: the password was right, or nobody could say. A wrong one stays counted. Never
   * throws: whoever was let in stays in.
   */
  settle: (wasRight: boolean) => Promise<void>;
}

/**
 * Counts a try to sign in to this account from this address (`begin_sign_in` has the limits). The
 * counts are in the database, since two requests need not meet in one process; under keyed hashes, since
 * a plain hash of an address is undone by trying every address. Throws what the database answers: who
 * cannot be counted is not let in.
 */
export async function countTry(email: string, address: string): Promise<CountedTry> {
  const { SUPABASE_SERVICE_ROLE_KEY: key } = parseWebEnv(process.env);
  const hash = (kind: 'account' | 'address', value: string) =>
    createHmac('sha256', key).update(`sign-in ${kind} ${value}`).digest('base64url');
  const counted = {
    // As Auth does: an account's e-mail address is one in any case.
    p_account: hash('account', email.toLowerCase()),
    p_address: hash('address', address),
  };

  const client = serviceClient();
  const { data } = await client.rpc('begin_sign_in', counted).throwOnError();
  return {
    waitSeconds: z.int().nonnegative().parse(data),
    settle: async (wasRight) => {
      const { error } = await client.rpc('settle_sign_in', { ...counted, p_was_right: wasRight });
      if (error) log.warn({ err: error }, 'session.try_not_settled');
    },
  };
}
