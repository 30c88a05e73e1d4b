import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** A variable of the worker on Render: given in the file, asked for and kept by Render, or made by it. */
const variable = z.union([
  z.strictObject({ key: z.string(), value: z.string() }),
  z.strictObject({ key: z.string(), sync: z.literal(false) }),
  z.strictObject({ key: z.string(), generateValue: z.literal(true) }),
]);

/** What of Render's blueprint we use, each field in the form that its documentation gives. */
const blueprint = z.strictObject({
  services: z.tuple([
    z.strictObject({
      type: z.literal('web'),
      name: z.string(),
      runtime: z.literal('node'),
      plan: z.string(),
      region: z.enum(['oregon', 'ohio', 'virginia', 'frankfurt', 'singapore']),
      numInstances: z.number().int().min(1),
      autoDeployTrigger: z.enum(['commit', 'checksPass', 'off']),
      buildFilter: z.strictObject({ paths: z.array(z.string()) }),
      buildCommand: z.string(),
      startCommand: z.string(),
      healthCheckPath: z.string().startsWith('/'),
      maxShutdownDelaySeconds: z.number().int().min(1).max(300),
      envVars: z.array(variable),
    }),
  ]),
});
export type WorkerService = z.infer<typeof blueprint>['services'][0];

/** The worker as `render.yaml` describes it. */
export function workerService(): WorkerService {
  return blueprint.parse(parse(readFileSync('render.yaml', 'utf8'))).services[0];
}

/** The variables that the blueprint gives a value. */
export const givenVariables = ({ envVars }: WorkerService): Record<string, string> =>
  Object.fromEntries(envVars.flatMap((one) => ('value' in one ? [[one.key, one.value]] : [])));

/** The variables that Render makes a value for, with one such as it makes. */
export const madeVariables = ({ envVars }: WorkerService): Record<string, string> =>
  Object.fromEntries(
    envVars.flatMap((one) =>
      'generateValue' in one ? [[one.key, randomBytes(32).toString('base64')]] : [],
    ),
  );
