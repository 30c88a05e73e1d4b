import type { NotificationData } from '@mantine/notifications';
import type { StatsOutcome } from '@/club/stats-outcome.ts';

/** The notification after a save: that the stats follow, or why they do not. */
export function tellSaved(what: string, stats: StatsOutcome): NotificationData {
  return stats.success
    ? { color: 'pitch', title: what, message: 'The stats will update within seconds.' }
    : {
        color: 'red',
        title: what,
        message: `The stats were not updated: ${stats.problem}`,
        autoClose: false,
      };
}
