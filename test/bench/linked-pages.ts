/**
 * Every address that a player gets to: these, all that they link to, and so on. Rejects when one is not
 * answered 200.
 */
export async function linkedPages(webUrl: string, start: readonly string[]): Promise<string[]> {
  const found = new Set(start);
  for (const path of found) {
    const answer = await fetch(new URL(path, webUrl));
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
    const html = await answer.text();
    for (const [, href = ''] of html.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)) {
      // The admins' own.
      if (!href.startsWith('/admin')) found.add(href);
    }
  }
  return [...found];
}
