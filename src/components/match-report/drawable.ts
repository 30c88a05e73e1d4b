/** What the picture's font has: Latin and Cyrillic letters, accents included, and common punctuation. */
const DRAWN =
  /[\u0020-\u007e\u00a1-\u00a8\u00aa-\u00ac\u00af-\u0113\u0116-\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u017e\u0218-\u021b\u0400-\u045f\u1ea0-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026]/u;

/**
 * A name in letters that the picture's font has; other letters in their plain form, if there is one. For
 * a letter that is not in the font the renderer would ask a third party's server, giving away the name,
 * and for an emoji there would be no picture at all if that server did not answer.
 */
export function drawable(name: string): string {
  const letters = [...name.normalize('NFC')].flatMap((letter) =>
    DRAWN.test(letter)
      ? [letter]
      : [...letter.normalize('NFKD')].filter((plain) => DRAWN.test(plain)),
  );
  return letters.join('').trim() || 'Somebody';
}
