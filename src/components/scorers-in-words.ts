interface Scoring {
  /** Who scored, most goals first. */
  scorers: readonly { name: string; goals: number }[];
  /** By the opponents, for this team. */
  ownGoals: number;
}

/** Who scored for a team: `Al ×2, Ben, own goal`. Empty when nobody did. A count stays on the line of its name. */
export function scorersInWords({ scorers, ownGoals }: Scoring): string {
  const times = (words: string, count: number) => (count > 1 ? `${words}\u00a0×${count}` : words);
  const words = scorers.map(({ name, goals }) => times(name, goals));
  if (ownGoals > 0) words.push(times('own goal', ownGoals));
  return words.join(', ');
}
