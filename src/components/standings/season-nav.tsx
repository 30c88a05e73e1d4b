import { PillLink, PillNav } from '../pill-nav.tsx';

interface SeasonNavProps {
  /** Newest first. */
  years: readonly number[];
  /** The season that today is in: it is on the tables' first page. */
  current: number;
  /** The one shown. */
  shown: number;
}

/** The way from season to season. */
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
