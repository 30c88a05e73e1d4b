import { Card, Group, SimpleGrid, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Named } from '@/stats/match-report-row.ts';
import { FlameIcon, SkullIcon } from '../icons.tsx';
import { PlayerName } from '../player-name.tsx';
import section from '../section-card.module.css';

/** Who is in form and who is not. Nothing when nobody has played often enough of late. */
export function FormCards({
  onFire,
  grimReaper,
}: {
  onFire: Named | null;
  grimReaper: Named | null;
}) {
  if (!onFire && !grimReaper) return null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {onFire && (
        <FormCard
          title="On fire"
          player={onFire}
          color="floodlight.4"
          icon={<FlameIcon size={24} />}
        >
          Most points of late
        </FormCard>
      )}
      {grimReaper && (
        <FormCard
          title="Grim reaper"
          player={grimReaper}
          color="dark.4"
          icon={<SkullIcon size={24} />}
        >
          Fewest points of late
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
    <Card component="section" withBorder className={section.card}>
      <Group wrap="nowrap">
        <ThemeIcon size={48} radius="xl" color={color}>
          {icon}
        </ThemeIcon>
        <div>
          <Title order={2} fz="sm" c="dimmed">
            {title}
          </Title>
          <Text fw={700} fz="lg" lh={1.2}>
            <PlayerName player={player} />
          </Text>
          <Text size="sm" c="dimmed">
            {children}
          </Text>
        </div>
      </Group>
    </Card>
  );
}
