import { Stack, Text } from '@mantine/core';
import type { PlayerProfile } from '@/stats/player-profile.ts';
import type { PowerRating } from '@/stats/power-ratings.ts';
import { SectionCard } from '../section-card.tsx';
import { StatTiles } from '../stat-tiles.tsx';
import { trueMinus } from '../true-minus.ts';
import { likelyRange, ratingScale } from './likely-range.ts';
import { RangeBar } from './range-bar.tsx';

interface RatingCardProps {
  player: Pick<PlayerProfile, 'playerId' | 'kind' | 'isRetired'>;
  ratings: readonly PowerRating[];
}

/** How strong a player is now, and how certain that is. */
export function RatingCard({ player: { playerId, kind, isRetired }, ratings }: RatingCardProps) {
  const rating = ratings.find((one) => one.playerId === playerId);
  return (
    <SectionCard title="Power rating">
      {rating ? (
        <Rating rating={rating} ratings={ratings} isRanked={kind === 'regular'} />
      ) : (
        <Text c="dimmed">
          {isRetired
            ? 'Only active players are rated.'
            : 'No rating yet. It will appear after the next update.'}
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
            label: 'Participation',
            value: `${Math.round(rating.participation)}%`,
            note: 'of matches',
          },
        ]}
      />
      <RangeBar value={rating.power} range={range} scale={scale} />
      <Text size="sm">
        {range ? (
          <>
            Results vary with luck: 19 times in 20, the true rating is between{' '}
            <strong>{trueMinus(range.from.toFixed(1))}</strong> and{' '}
            <strong>{trueMinus(range.to.toFixed(1))}</strong>. More games narrow the range.
          </>
        ) : (
          'The likely range appears after the second game.'
        )}
        {!rating.isQualified &&
          ' With few recent games, the rating leans towards the club average and is not ranked.'}
      </Text>
    </Stack>
  );
}
