import { ImageResponse } from 'next/og';
import { ShareCard } from '@/components/match-report/share-card.tsx';
import { latestMatchReport } from '@/stats/match-report.ts';

export const alt = 'The score and the scorers of the latest match';
export const size = { width: 1200, height: 630 };
export const contentType = 'image/png';

/** The picture of a link to the match report in a chat. Cached and invalidated with the page. */
export default async function ShareImage() {
  return new ImageResponse(<ShareCard report={await latestMatchReport()} />, size);
}
