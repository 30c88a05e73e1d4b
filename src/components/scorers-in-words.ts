interface Scoring {
  /** Who scored, most goals first. */
  scorers: readonly { name: string; goals: number }[];
  /** Scored by the opponents in favour of this side. */
  ownGoals: number;
}

/** Who scored for a side: `Al ×2, Ben, own goal`. A count stays on the name’s line. Empty when nobody did. */
export function scorersInWords({ scorers, ownGoals }: Scoring): string {
  const times = (words: string, count: number) => (count > 1 ? `${words}\u00a0×${count}` : words);
  const words = scorers.map(({ name, goals }) => times(name, goals));
  if (ownGoals > 0) words.push(times('own goal', ownGoals));
  return words.join(', ');
}
