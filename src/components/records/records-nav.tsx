import { PillLink, PillNav } from '../pill-nav.tsx';

/** Links between the pages of records. */
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
