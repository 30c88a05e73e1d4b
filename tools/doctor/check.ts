/** What one look found. `cure` is what to do about a problem. */
export type Finding =
  | { readonly state: 'ok'; readonly says: string }
  | { readonly state: 'problem'; readonly says: string; readonly cure: string }
  | { readonly state: 'not checked'; readonly says: string };

export const ok = (says: string): Finding => ({ state: 'ok', says });
export const problem = (says: string, cure: string): Finding => ({ state: 'problem', says, cure });
export const notChecked = (says: string): Finding => ({ state: 'not checked', says });

/** One thing to look at. */
export interface Check<Subject> {
  readonly name: string;
  look(subject: Subject): Promise<Finding>;
}

/** A check and what it found. */
export interface Examined {
  readonly name: string;
  readonly finding: Finding;
}

/**
 * Looks at one thing after another; one that throws is a problem with its message. When the first,
 * whether the subject can be reached at all, is a problem, the others are not looked at.
 */
export async function examine<Subject>(
  subject: Subject,
  [first, ...others]: readonly [Check<Subject>, ...Check<Subject>[]],
): Promise<Examined[]> {
  const examined = [await look(subject, first)];
  if (examined[0]?.finding.state === 'problem') return examined;
  for (const check of others) examined.push(await look(subject, check));
  return examined;
}

async function look<Subject>(subject: Subject, check: Check<Subject>): Promise<Examined> {
  const finding = await check
    .look(subject)
    .catch((error: unknown) =>
      problem(
        error instanceof Error ? error.message : String(error),
        'This was not expected here: look into the logs of the part that answered.',
      ),
    );
  return { name: check.name, finding };
}
