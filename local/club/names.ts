import type { Random } from './random.ts';

const FIRST_NAMES = [
  ...['Adam', 'Alex', 'Andy', 'Barney', 'Ben', 'Callum', 'Charlie', 'Chris', 'Craig', 'Dan'],
  ...['Dave', 'Ed', 'Elliot', 'Femi', 'Fraser', 'Gareth', 'Gav', 'Graham', 'Hamish', 'Imran'],
  ...['Jack', 'Jamie', 'Joel', 'Josh', 'Kev', 'Kieran', 'Kwame', 'Lee', 'Lewis', 'Liam'],
  ...['Luke', 'Marek', 'Martyn', 'Matt', 'Mo', 'Nathan', 'Neil', 'Nick', 'Ollie', 'Paddy'],
  ...['Pete', 'Raj', 'Rhys', 'Rob', 'Rory', 'Sam', 'Sean', 'Simon', 'Stu', 'Tariq'],
  ...['Theo', 'Tim', 'Toby', 'Tom', 'Will', 'Zac'],
];

const SURNAMES = [
  ...['Adeyemi', 'Ashworth', 'Bagley', 'Banerjee', 'Birtles', 'Blackwood', 'Brindley', 'Catterall'],
  ...['Chadwick', 'Chaudhry', 'Clegg', 'Cotterill', 'Crabtree', 'Dunmore', 'Entwistle', 'Farrow'],
  ...['Fairbrother', 'Gaskell', 'Greenhalgh', 'Hallam', 'Haworth', 'Hebden', 'Ibbotson', 'Jessop'],
  ...['Kershaw', 'Kowalczyk', 'Lockwood', 'Marlow', 'Mensah', 'Naylor', 'O’Dowd', 'Oakes', 'Ogden'],
  ...['Pickering', 'Plumley', 'Quarmby', 'Qureshi', 'Rigby', 'Sedgwick', 'Shuttleworth'],
  ...['Tattersall', 'Thorne', 'Threlfall', 'Underhill', 'Varley', 'Wainscott', 'Whittle'],
  ...['Winstanley', 'Yardley', 'Yeadon'],
];

/**
 * `count` made-up names, all different.
 * @throws {RangeError} when there are not that many: some 2,800.
 */
export function madeUpNames(count: number, random: Random): string[] {
  const names = FIRST_NAMES.flatMap((first) => SURNAMES.map((surname) => `${first} ${surname}`));
  if (count > names.length) throw new RangeError(`Only ${names.length} names, not ${count}`);
  return random.shuffle(names).slice(0, count);
}
