import { PillLink, PillNav } from '../pill-nav.tsx';

interface SeasonNavProps {
  /** Newest first. */
  years: readonly number[];
  /** The current season: it is on the first page of the tables. */
  current: number;
  /** The one shown. */
  shown: number;
}

/** Links between the seasons. */
export function SeasonNav({ years, current, shown }: SeasonNavProps) {
  return (
    <PillNav label="Seasons">
      <PillLink href="/tables" isHere={shown === current}>
        {current}
      </PillLink>
      {years
        .filter((year) => year !== current)
        .map((year) => (
          <PillLink key={year} href={`/tables/${year}`} isHere={year === shown}>
            {year}
          </PillLink>
        ))}
    </PillNav>
  );
}
