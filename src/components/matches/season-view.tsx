import type { SeasonMatch } from '@/stats/season-matches.ts';
import { AsOf } from '../as-of.tsx';
import { counted } from '../counted.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { PageTitle } from '../page-title.tsx';
import { PillLink, PillNav } from '../pill-nav.tsx';
import { MatchList } from './match-list.tsx';

interface SeasonViewProps {
  /** The year shown; none before the first match. */
  season: number | undefined;
  /** Every year there is, newest first. */
  seasons: readonly number[];
  /** Newest first. */
  matches: readonly SeasonMatch[];
  asOf: string | null;
}

/** The results of a season, and the way to the other seasons. */
export function SeasonView({ season, seasons, matches, asOf }: SeasonViewProps) {
  return (
    <>
      <PageTitle
        title="Matches"
        lead={season && `${counted(matches.length, 'match')} in ${season}, newest first.`}
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
        <NothingYet title={season ? `No match in ${season}` : 'No match yet'}>
          {season
            ? 'The club did not play that year.'
            : 'Results appear here once the first match has been played.'}
        </NothingYet>
      )}
    </>
  );
}
