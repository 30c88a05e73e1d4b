/** Sorts names from A to Z, the same way on every machine. */
export const compareNames = new Intl.Collator('en').compare;
