import { PillLink, PillNav } from '../pill-nav.tsx';

/** The way between the pages of what was best of all time. */
export function RecordsNav({ shown }: { shown: 'records' | 'honours' | 'all-time' }) {
  return (
    <PillNav label="Records">
      <PillLink href="/records" isHere={shown === 'records'}>
        Records
      </PillLink>
      <PillLink href="/records/honours" isHere={shown === 'honours'}>
        Honours
      </PillLink>
      <PillLink href="/records/all-time" isHere={shown === 'all-time'}>
        All-time table
      </PillLink>
    </PillNav>
  );
}
