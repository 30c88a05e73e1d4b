import { Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { AsOf } from '@/components/as-of.tsx';
import { NothingYet } from '@/components/nothing-yet.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { HonoursCard } from '@/components/records/honours-card.tsx';
import { RecordsNav } from '@/components/records/records-nav.tsx';
import { seasonHonours } from '@/stats/season-honours.ts';
import { servedVersion } from '@/stats/served-version.ts';

export const metadata: Metadata = { title: 'Honours' };

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

export default async function HonoursPage() {
  const [{ asOf }, honours] = await Promise.all([servedVersion('honour_roll'), seasonHonours()]);

  return (
    <>
      <PageTitle title="Honours" asOf={<AsOf day={asOf} rule="records" />} />
      <RecordsNav shown="honours" />
      {honours.length > 0 ? (
        <Stack>
          {honours.map((season) => (
            <HonoursCard key={season.year} honours={season} />
          ))}
        </Stack>
      ) : (
        <NothingYet title="No honours yet">
          The first honours are awarded at the end of the first season, on 31 December.
        </NothingYet>
      )}
    </>
  );
}
