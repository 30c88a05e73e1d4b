import { ImageResponse } from 'next/og';
import { ShareCard } from '@/components/match-report/share-card.tsx';
import { latestMatchReport } from '@/stats/match-report.ts';

export const alt = 'The score of the latest match, and who scored';
export const size = { width: 1200, height: 630 };
export const contentType = 'image/png';

/** What a link to the match report looks like in a chat. Kept and dropped as the page is. */
export default async function ShareImage() {
  return new ImageResponse(<ShareCard report={await latestMatchReport()} />, size);
}
