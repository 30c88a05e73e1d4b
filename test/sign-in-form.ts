import type { Stack } from './stack.ts';

/** What came of sending the form. */
export interface FormAnswer {
  status: number;
  /** Where a signed-in admin is sent. */
  location: string | null;
  /** What the page tells whoever was not let in. */
  problem: string | null;
  cookies: string[];
  page: string;
  ms: number;
}

/**
 * Signs in as a browser without JavaScript does, by the form of the page.
 *
 * @param from the address that the nearest proxy would name
 */
export async function sendSignInForm(
  { webUrl }: Pick<Stack, 'webUrl'>,
  { email, password }: { email: string; password: string },
  from: string,
  headers: Record<string, string> = { origin: new URL(webUrl).origin },
): Promise<FormAnswer> {
  const url = new URL('/sign-in', webUrl);
  const form = new FormData();
  for (const [name, value] of hiddenInputs(await (await fetch(url)).text())) form.set(name, value);
  form.set('email', email);
  form.set('password', password);

  const at = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    body: form,
    headers: { 'x-forwarded-for': from, ...headers },
    redirect: 'manual',
  });
  const page = await response.text();
  return {
    status: response.status,
    location: response.headers.get('location'),
    problem: /\[\{"problem":"([^"]*)"/.exec(page)?.[1] ?? null,
    page,
    cookies: response.headers.getSetCookie(),
    ms: performance.now() - at,
  };
}

function hiddenInputs(page: string): [name: string, value: string][] {
  return [...page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')],
  );
}
