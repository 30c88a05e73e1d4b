/** A number with its noun: 1 goal, 2 goals, 1 match, 2 matches. */
export function counted(count: number, noun: 'game' | 'goal' | 'match' | 'point'): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${noun}${noun === 'match' ? 'es' : 's'}`;
}
