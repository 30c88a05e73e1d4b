import { Card, SimpleGrid, Text, ThemeIcon, Title } from '@mantine/core';
import { IconFlame, IconSkull } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Named } from '@/stats/match-report-row.ts';
import { PlayerName } from '../player-name.tsx';
import classes from './form-cards.module.css';

interface FormCardsProps {
  onFire: Named | null;
  grimReaper: Named | null;
  /** The number of days before the match that are compared. */
  days: number;
}

/** The players in the best and the worst form. Nothing if nobody has played enough recently. */
export function FormCards({ onFire, grimReaper, days }: FormCardsProps) {
  if (!onFire && !grimReaper) return null;
  return (
    <SimpleGrid cols={onFire && grimReaper ? 2 : 1}>
      {onFire && (
        <FormCard
          title="On fire"
          player={onFire}
          color="floodlight.4"
          icon={<IconFlame size={26} />}
        >
          Most points in the last {days} days
        </FormCard>
      )}
      {grimReaper && (
        <FormCard
          title="Grim reaper"
          player={grimReaper}
          color="dark.4"
          icon={<IconSkull size={26} />}
        >
          Fewest points in the last {days} days
        </FormCard>
      )}
    </SimpleGrid>
  );
}

interface FormCardProps {
  title: string;
  player: Named;
  color: string;
  icon: ReactNode;
  children: ReactNode;
}

function FormCard({ title, player, color, icon, children }: FormCardProps) {
  return (
    <Card component="section" withBorder className={classes.card}>
      <ThemeIcon size={46} radius="xl" color={color}>
        {icon}
      </ThemeIcon>
      <div>
        <Title order={2} fz="sm" c="dimmed">
          {title}
        </Title>
        <Text fw={700} fz="lg" lh={1.25}>
          <PlayerName player={player} />
        </Text>
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      </div>
    </Card>
  );
}
