/**
 * Seeded random numbers (mulberry32: one 32-bit word of state): the same seed gives the same
 * numbers in every run. For made-up data, never for secrets.
 */
export class Random {
  #state: number;

  /** @param seed any integer; only its low 32 bits count. */
  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** Uniform, from 0 up to but not including 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Numbers of its own, so that drawing more here does not change what is drawn there. */
  fork(): Random {
    return new Random(this.next() * 2 ** 32);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.next());
  }

  /** How often something happens that happens `mean` times on average; for small means. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count += 1;
    return count;
  }

  /** One of `items`, each as likely as its weight; undefined only if there is none. */
  pick<T>(items: readonly T[], weight: (item: T) => number): T | undefined {
    const total = items.reduce((sum, item) => sum + weight(item), 0);
    let left = this.next() * total;
    for (const item of items) {
      left -= weight(item);
      if (left < 0) return item;
    }
    return items.at(-1);
  }

  /** The same items in random order, in a new array: the heavier, the sooner as a rule. */
  shuffle<T>(items: readonly T[], weight: (item: T) => number = () => 1): T[] {
    return items
      .map((item) => ({ item, key: -Math.log(1 - this.next()) / weight(item) }))
      .sort((one, other) => one.key - other.key)
      .map(({ item }) => item);
  }
}
