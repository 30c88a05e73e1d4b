import { randomUUID } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';
import type { Random } from '../../../local/club/random.ts';
import type { Addresses } from '../../../local/stack.ts';
import type { Database } from '../../../src/jobs/database.types.ts';
import { enqueueAnswer, type JobsOverview, jobsOverview } from '../../../src/jobs/job-view.ts';
import { fromPage, signIn } from '../../stack.ts';
import type { StackUnderTest } from './stack-under-test.ts';
import { until } from './until.ts';

/** A request for a job that was answered: from then on nothing may lose it. */
export interface Accepted {
  readonly requestId: string;
  readonly jobId: string;
  readonly coalesced: boolean;
}

const saved = z.object({ job: z.object({ job_id: z.uuid(), coalesced: z.boolean() }) });

/**
 * Everybody who asks for a stats job, by the way they really ask. Whoever gets no answer asks again
 * with the same request id, as the site, Vercel and a patient admin do.
 */
export class Triggers {
  /** Every request that was answered. */
  readonly accepted: Accepted[] = [];
  readonly #addresses: Addresses;
  readonly #cookie: string;
  readonly #api;

  /** @param cookie of the admin's session */
  constructor(addresses: Addresses, cookie: string) {
    this.#addresses = addresses;
    this.#cookie = cookie;
    this.#api = createClient<Database>(addresses.apiUrl, addresses.secretKey, {
      auth: { persistSession: false, autoRefreshToken: false },
    });
  }

  /** The admin's button. */
  click(requestId: string = randomUUID()): Promise<Accepted> {
    return this.#patiently(requestId, () => this.clickOnce(requestId));
  }

  /** The admin's button, whatever comes of it; on another site with a session of that site's. */
  clickOnce(
    requestId: string,
    { webUrl, cookie } = { webUrl: this.#addresses.webUrl, cookie: this.#cookie },
  ): Promise<Response> {
    return fetch(new URL('/api/admin/enqueue-stats-job', webUrl), {
      method: 'POST',
      headers: fromPage(webUrl, cookie),
      body: JSON.stringify({ triggeredBy: 'admin', requestId }),
    });
  }

  /** The nightly run. */
  cron(requestId: string = randomUUID()): Promise<Accepted> {
    const url = new URL('/api/admin/trigger-stats-update', this.#addresses.webUrl);
    return this.#patiently(requestId, () =>
      fetch(url, {
        headers: {
          authorization: `Bearer ${this.#addresses.cronSecret}`,
          'x-request-id': requestId,
        },
      }),
    );
  }

  /** The admin's Retry of a failed job. */
  retry(jobId: string, requestId: string = randomUUID()): Promise<Accepted> {
    const url = new URL(`/api/admin/background-jobs/${jobId}/retry`, this.#addresses.webUrl);
    return this.#patiently(requestId, () =>
      fetch(url, {
        method: 'POST',
        headers: fromPage(this.#addresses.webUrl, this.#cookie),
        body: JSON.stringify({ requestId }),
      }),
    );
  }

  /** A match saved with another result: the data changes, and the job comes with it. */
  async saveMatch(random: Random, requestId: string = randomUUID()): Promise<Accepted> {
    const match = await until('a match to change', () => this.#readMatch(random.integer(1, 30)));
    const changed = withAnotherGoal(match, random);
    const answer = await until('the match is saved', async () => {
      const { data, error } = await this.#api.rpc('save_match_result', {
        p_match: changed,
        p_payload: {
          triggeredBy: 'post-match',
          requestId,
          timestamp: new Date().toISOString(),
        },
      });
      return error ? unlessPassing(error) : saved.parse(data);
    });
    return this.#note(requestId, { jobId: answer.job.job_id, coalesced: answer.job.coalesced });
  }

  /** The admin cancels the newest job, if it is still live. */
  async cancelNewest(): Promise<void> {
    await until('an answer to a cancel', async () => {
      const [newest] = (await this.overview()).jobs;
      if (!newest) return true;
      const url = new URL(`/api/admin/background-jobs/${newest.id}/cancel`, this.#addresses.webUrl);
      const headers = fromPage(this.#addresses.webUrl, this.#cookie);
      const { status } = await fetch(url, { method: 'POST', headers });
      return status < 500;
    });
  }

  /** What the admin page shows. */
  overview(): Promise<JobsOverview> {
    const url = new URL('/api/admin/background-jobs', this.#addresses.webUrl);
    return until('the admin page', async () => {
      const response = await fetch(url, { headers: { cookie: this.#cookie } });
      return response.ok && jobsOverview.parse(await response.json());
    });
  }

  async #readMatch(matchId: number) {
    const { data, error } = await this.#api
      .from('matches')
      .select(
        'match_id, match_date, team_a_score, team_b_score, team_a_own_goals, team_b_own_goals, appearances:player_matches(player_id, team, goals)',
      )
      .eq('match_id', matchId)
      .single();
    return error ? unlessPassing(error) : data;
  }

  async #patiently(requestId: string, ask: () => Promise<Response>): Promise<Accepted> {
    const answer = await until(`request ${requestId} is accepted`, async () => {
      const response = await ask();
      if (response.status >= 500) return undefined;
      if (response.status !== 202) {
        throw new Error(`a trigger was answered ${response.status}: ${await response.text()}`);
      }
      const { jobId, coalesced } = enqueueAnswer.parse(await response.json());
      // Without a job it runs on the edge functions, and nobody can follow it: asked again, like a 503.
      return jobId !== null && { jobId, coalesced };
    });
    return this.#note(requestId, answer);
  }

  #note(requestId: string, { jobId, coalesced }: Omit<Accepted, 'requestId'>): Accepted {
    const accepted = { requestId, jobId, coalesced };
    this.accepted.push(accepted);
    return accepted;
  }
}

/** Signs the admin in; the cookie is good for this site alone. */
export const signInTo = (addresses: StackUnderTest['addresses']) =>
  signIn(addresses, { email: addresses.adminEmail, password: addresses.adminPassword });

interface Match {
  team_a_score: number;
  team_b_score: number;
  appearances: { player_id: number; team: string; goals: number }[];
}

/** The same match with one goal more, or less where there are many. */
function withAnotherGoal<Played extends Match>(match: Played, random: Random): Played {
  const scorer = random.integer(0, match.appearances.length - 1);
  const { team, goals } = match.appearances[scorer] ?? { team: 'A', goals: 0 };
  const more = goals > 3 ? -1 : 1;
  return {
    ...match,
    team_a_score: match.team_a_score + (team === 'A' ? more : 0),
    team_b_score: match.team_b_score + (team === 'B' ? more : 0),
    appearances: match.appearances.map((appearance, index) =>
      index === scorer ? { ...appearance, goals: goals + more } : appearance,
    ),
  };
}

/** No answer yet, if the database or the API was not there; anything else is an error. */
function unlessPassing(error: { code: string; message: string }): undefined {
  if (/^($|08|40|53|57|PGRST00)/.test(error.code) || /fetch failed/.test(error.message)) return;
  throw new Error(`${error.code} ${error.message}`);
}
