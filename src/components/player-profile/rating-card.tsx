import { Stack, Text } from '@mantine/core';
import type { PlayerProfile } from '@/stats/player-profile.ts';
import type { PowerRating } from '@/stats/power-ratings.ts';
import { SectionCard } from '../section-card.tsx';
import { StatTiles } from '../stat-tiles.tsx';
import { trueMinus } from '../true-minus.ts';
import { likelyRange, ratingScale } from './likely-range.ts';
import { RangeBar } from './range-bar.tsx';

interface RatingCardProps {
  player: Pick<PlayerProfile, 'playerId' | 'kind'>;
  ratings: readonly PowerRating[];
}

/** How strong a player is now, and how sure anybody can be of that. */
export function RatingCard({ player: { playerId, kind }, ratings }: RatingCardProps) {
  const rating = ratings.find((one) => one.playerId === playerId);
  return (
    <SectionCard title="Power rating">
      {rating ? (
        <Rating rating={rating} ratings={ratings} isRanked={kind === 'regular'} />
      ) : (
        <Text c="dimmed">
          {kind === 'retired'
            ? 'Only who still plays is rated.'
            : 'There is no rating yet: it comes with the next update.'}
        </Text>
      )}
    </SectionCard>
  );
}

interface RatingProps {
  rating: PowerRating;
  ratings: readonly PowerRating[];
  isRanked: boolean;
}

function Rating({ rating, ratings, isRanked }: RatingProps) {
  const range = likelyRange(rating);
  const scale = ratingScale(rating, ratings);
  const rank = (percentile: number) =>
    isRanked && rating.isQualified ? `above ${Math.round(percentile)}% of regulars` : undefined;

  return (
    <Stack gap="md">
      <StatTiles
        stats={[
          {
            label: 'Expected points',
            value: trueMinus(rating.power.toFixed(1)),
            note: rank(rating.percentiles.power),
          },
          {
            label: 'Expected goals',
            value: rating.goalThreat.toFixed(2),
            note: rank(rating.percentiles.goals),
          },
          {
            label: 'Turns up for',
            value: `${Math.round(rating.participation)}%`,
            note: 'of the matches',
          },
        ]}
      />
      <RangeBar value={rating.power} range={range} scale={scale} />
      <Text size="sm">
        {range ? (
          <>
            Luck moves it about: the true figure is very likely (19 times in 20) between{' '}
            <strong>{trueMinus(range.from.toFixed(1))}</strong> and{' '}
            <strong>{trueMinus(range.to.toFixed(1))}</strong>. More games narrow that down.
          </>
        ) : (
          'Nobody can say how sure that is before the second game.'
        )}
        {!rating.isQualified &&
          ' With so few recent games it leans on the club’s average, and is not ranked.'}
      </Text>
    </Stack>
  );
}
