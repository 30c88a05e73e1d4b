/** Compares two things; below zero when `a` comes first. */
export type Order<T> = (a: T, b: T) => number;

/** The lower value first. */
export function ascending<T>(key: (item: T) => number | string): Order<T> {
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

/** The higher value first. */
export function descending<T>(key: (item: T) => number | string): Order<T> {
  const order = ascending(key);
  return (a, b) => order(b, a);
}

/** The first order that tells two things apart decides. */
export function by<T>(...orders: readonly Order<T>[]): Order<T> {
  return (a, b) => orders.map((order) => order(a, b)).find((difference) => difference !== 0) ?? 0;
}

const COLLATOR = new Intl.Collator('en-US');

/** As a directory sorts names; those that differ in nothing a reader sees, by their bytes. */
const alphabetical: Order<string> = (a, b) =>
  COLLATOR.compare(a, b) || Buffer.compare(Buffer.from(a), Buffer.from(b));

/** By name; of two who share it, whoever joined the list first. */
export function byName<T>(person: (item: T) => { readonly id: number; readonly name: string }) {
  return by<T>(
    (a, b) => alphabetical(person(a).name, person(b).name),
    ascending((item) => person(item).id),
  );
}

/** Places as in sport, the highest value first: equal values share a place, 1, 2, 2, 4. */
export function places<T>(items: readonly T[], value: (item: T) => number): Map<T, number> {
  return new Map(
    items.map((item) => [item, 1 + items.filter((other) => value(other) > value(item)).length]),
  );
}
