import { Stack, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { AsOf } from '@/components/as-of.tsx';
import { NothingYet } from '@/components/nothing-yet.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { FameCards } from '@/components/records/fame-cards.tsx';
import { RecordCards } from '@/components/records/record-cards.tsx';
import { RecordsNav } from '@/components/records/records-nav.tsx';
import { clubRecords } from '@/stats/club-records.ts';
import { hallOfFame } from '@/stats/hall-of-fame.ts';
import { servedVersion } from '@/stats/served-version.ts';

export const metadata: Metadata = { title: 'Records' };

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

export default async function RecordsPage() {
  const [{ asOf }, fame, records] = await Promise.all([
    servedVersion('honour_roll'),
    hallOfFame(),
    clubRecords(),
  ]);
  const hasBegun = records !== null && records.winning.length + records.losing.length > 0;

  return (
    <>
      <PageTitle title="Records" asOf={<AsOf day={asOf} rule="records" />} />
      <RecordsNav shown="records" />
      {records && (fame.points.length > 0 || hasBegun) ? (
        <Stack>
          <Title order={2} fz="xl" mt="xs">
            Hall of fame
          </Title>
          <FameCards fame={fame} />
          <Title order={2} fz="xl" mt="xs">
            Club records
          </Title>
          <RecordCards records={records} />
        </Stack>
      ) : (
        <NothingYet title="No records yet">Records appear after the first match.</NothingYet>
      )}
    </>
  );
}
