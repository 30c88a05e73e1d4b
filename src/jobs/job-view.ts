import { z } from 'zod';
import { trigger } from './payload.ts';
import { jobResults } from './results.ts';

export const JOB_STATUSES = ['queued', 'processing', 'completed', 'failed', 'cancelled'] as const;
export const jobStatus = z.enum(JOB_STATUSES);
export type JobStatus = z.infer<typeof jobStatus>;

/** Which path ran a job: the queue, or the edge functions it replaces. */
export const jobVia = z.enum(['background-job', 'edge-functions']);
export type JobVia = z.infer<typeof jobVia>;

/** Why a run takes the edge functions: a flag says so, the queue could not be reached, an admin asked. */
export const edgeReason = z.enum(['flag', 'queue_unavailable', 'asked']);
export type EdgeReason = z.infer<typeof edgeReason>;

const timestamp = z.iso.datetime({ offset: true });

/** One request for a job. The first made the job, the others joined it. */
const jobTrigger = z.object({
  requestId: z.guid(),
  triggeredBy: trigger,
  /** It asked for all ten functions; null when that is not known. */
  force: z.boolean().nullable(),
  /** The failed job that it repeats. */
  retryOf: z.guid().nullable(),
  matchId: z.number().int().nullable(),
  /** YYYY-MM-DD; null without a match, or when it has been deleted. */
  matchDate: z.iso.date().nullable(),
  /** Whoever pressed the button; null for a machine. */
  userEmail: z.string().nullable(),
  createdAt: timestamp,
});
export type JobTrigger = z.infer<typeof jobTrigger>;

/** A job as the admin page sees it. */
export const jobView = z.object({
  id: z.guid(),
  status: jobStatus,
  via: jobVia,
  /** Null on the queue. */
  viaReason: edgeReason.nullable(),
  priority: z.number().int(),
  force: z.boolean(),
  /** Oldest first; the first is what made the job. */
  triggers: z.array(jobTrigger),
  createdAt: timestamp,
  startedAt: timestamp.nullable(),
  completedAt: timestamp.nullable(),
  /** Retries so far; the run number is one more. */
  retryCount: z.number().int(),
  maxRetries: z.number().int(),
  /** When a job that backs off may run again. */
  nextAttemptAt: timestamp.nullable(),
  errorMessage: z.string().nullable(),
  requiredVersion: z.number().int(),
  workerId: z.string().nullable(),
  /** The e-mail address of the admin who cancelled it; null when nobody did, or it is not known. */
  cancelledBy: z.string().nullable(),
  /** The jobs that repeat this failed one. */
  retriedBy: z.array(z.guid()),
  results: jobResults,
});
export type JobView = z.infer<typeof jobView>;

/** Answer of `GET /api/admin/background-jobs`. */
export const jobsOverview = z.object({
  jobs: z.array(jobView),
  /** Older jobs exist: ask again with `?before=` this. Null on the last page. */
  nextBefore: z.string().nullable(),
  /** When this was read, by the clock that the jobs' times are by. */
  readAt: timestamp,
  queue: z.object({
    /** Messages in the queue, those being worked included. */
    depth: z.number().int(),
    /** Age of the oldest of them; null when the queue is empty. */
    oldestAgeSeconds: z.number().nullable(),
  }),
  workers: z.array(
    z.object({
      workerId: z.string(),
      version: z.string(),
      lastBeatAt: timestamp,
      alive: z.boolean(),
    }),
  ),
  /** The feature flags as they are set; null for one that is unset. */
  flags: z.array(z.object({ name: z.string(), value: z.boolean().nullable() })),
  /** The path each trigger takes under them. */
  paths: z.record(trigger, jobVia),
  freshness: z.object({
    /** The club's day, YYYY-MM-DD. */
    today: z.iso.date(),
    sourceVersion: z.number().int(),
    tags: z.array(
      z.object({
        tag: z.string(),
        computedVersion: z.number().int(),
        /** The day they were calculated for, YYYY-MM-DD. */
        computedAsOf: z.iso.date().nullable(),
        computedAt: timestamp.nullable(),
        /** What the site serves now; null when it could not be read. */
        servedVersion: z.number().int().nullable(),
      }),
    ),
  }),
});
export type JobsOverview = z.infer<typeof jobsOverview>;

/** Answer of `GET /api/admin/background-jobs/history`. */
export const runHistory = z.object({
  /** The last jobs that ended, oldest first. */
  runs: z.array(
    z.object({
      id: z.guid(),
      status: jobStatus,
      /** Null for a job that never started. */
      startedAt: timestamp.nullable(),
      completedAt: timestamp,
    }),
  ),
  /** Per function the median of its last successful runs, in milliseconds. */
  usualMs: z.record(z.string(), z.number()),
});
export type RunHistory = z.infer<typeof runHistory>;

/** Answer to a cancellation: `POST /api/admin/background-jobs/:id/cancel`. */
export const cancelAnswer = z.object({
  success: z.literal(true),
  jobId: z.guid(),
  status: jobStatus,
  requestId: z.guid(),
});

/** Answer to a trigger: `POST /api/admin/enqueue-stats-job`, `trigger-stats-update`, and retry. */
export const enqueueAnswer = z.object({
  success: z.literal(true),
  /** Null when the edge functions run, but not even a row could be written to follow them by. */
  jobId: z.guid().nullable(),
  status: jobStatus,
  /** The trigger joined a job that was already waiting, or repeated one. */
  coalesced: z.boolean(),
  requestId: z.guid(),
  via: jobVia,
  /** Why it is the edge functions; absent on the queue. */
  reason: edgeReason.optional(),
});
export type EnqueueAnswer = z.infer<typeof enqueueAnswer>;

/** Every error of every route. */
export const errorAnswer = z.object({
  success: z.literal(false),
  error: z.object({
    code: z.string(),
    message: z.string(),
    issues: z.array(z.string()).optional(),
    /** With code `changed_meanwhile`: the thing as it is now; null when it is gone. */
    current: z.unknown().optional(),
  }),
  requestId: z.string(),
});
