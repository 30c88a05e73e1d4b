import type { SeasonMatch } from '@/stats/season-matches.ts';
import { AsOf } from '../as-of.tsx';
import { counted } from '../counted.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { PageTitle } from '../page-title.tsx';
import { PillLink, PillNav } from '../pill-nav.tsx';
import { MatchList } from './match-list.tsx';

interface SeasonViewProps {
  /** The year shown; undefined before the first match. */
  season: number | undefined;
  /** Newest first. */
  seasons: readonly number[];
  /** Newest first. */
  matches: readonly SeasonMatch[];
  asOf: string | null;
}

/** The results of a season, and links to the other seasons. */
export function SeasonView({ season, seasons, matches, asOf }: SeasonViewProps) {
  return (
    <>
      <PageTitle
        title="Matches"
        lead={season && `${counted(matches.length, 'match')} in ${season}, most recent first`}
        asOf={<AsOf day={asOf} rule="seasons" />}
      />
      {seasons.length > 1 && (
        <PillNav label="Seasons">
          {seasons.map((year) => (
            <PillLink
              key={year}
              href={year === seasons[0] ? '/matches' : `/matches/season/${year}`}
              isHere={year === season}
            >
              {year}
            </PillLink>
          ))}
        </PillNav>
      )}
      {matches.length > 0 ? (
        <MatchList matches={matches} asOf={asOf} />
      ) : (
        <NothingYet title={season ? `No matches in ${season}` : 'No matches yet'}>
          {season
            ? 'The club played no matches that year.'
            : 'Results appear here after the first match.'}
        </NothingYet>
      )}
    </>
  );
}
