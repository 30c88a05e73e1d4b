/** How the lines of a race differ: by colour, and by dashes for readers who do not see colours. */
export const RACE_LOOKS = [
  { color: 'pitch.7', dashes: undefined },
  { color: 'floodlight.7', dashes: '7 4' },
  { color: 'blue.6', dashes: '2 3' },
  { color: 'grape.6', dashes: '10 3 2 3' },
  { color: 'red.6', dashes: '4 2' },
] as const;

/** The looks of the line at a place, from 0. */
export const looksOf = (place: number) => RACE_LOOKS[place % RACE_LOOKS.length] ?? RACE_LOOKS[0];
