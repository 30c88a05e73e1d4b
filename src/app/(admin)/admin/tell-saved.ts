import type { NotificationData } from '@mantine/notifications';
import type { StatsOutcome } from '@/club/stats-outcome.ts';

/** What is told after a save: that the numbers follow, or why they do not. */
export function tellSaved(what: string, stats: StatsOutcome): NotificationData {
  return stats.success
    ? { color: 'pitch', title: what, message: 'The numbers follow within seconds.' }
    : {
        color: 'red',
        title: what,
        message: `But the numbers are not updated: ${stats.problem}`,
        autoClose: false,
      };
}
