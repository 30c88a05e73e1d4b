'use client';

import {
  Alert,
  Button,
  Group,
  Stack,
  Table,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
} from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** One thing that two admins have differently. */
export interface Difference {
  what: string;
  mine: string;
  theirs: string;
}

interface ConflictNoticeProps {
  /** Who saved first, and when. */
  message: string;
  /** Empty when both did the same; null when the thing is gone. */
  differences: readonly Difference[] | null;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  /** What can be done when it is gone. */
  whenGone: ReactNode;
}

/** Someone else saved first: both versions side by side, and the choice. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { message, differences, onKeepMine, onTakeTheirs, whenGone } = props;
  return (
    <Alert color="floodlight" role="alert" icon={<IconUsers />} title="Someone else saved first">
      <Stack gap="sm">
        <Text size="sm">{message} Your version isn’t saved yet, and nothing is lost.</Text>
        {differences && differences.length > 0 && <Comparison differences={differences} />}
        {differences?.length === 0 && <Text size="sm">Both versions are the same.</Text>}
        <Group gap="xs">
          {differences ? (
            <>
              <Button onClick={onTakeTheirs} variant="default">
                Use theirs
              </Button>
              <Button onClick={onKeepMine}>Keep mine</Button>
            </>
          ) : (
            whenGone
          )}
        </Group>
        {differences && <Text size="sm">With “Keep mine”, your next save overwrites theirs.</Text>}
      </Stack>
    </Alert>
  );
}

function Comparison({ differences }: { differences: readonly Difference[] }) {
  return (
    <Table withRowBorders={false} verticalSpacing={4} layout="fixed">
      <TableThead>
        <TableTr>
          <TableTd w="5.5rem" />
          <TableTh>Yours</TableTh>
          <TableTh>Theirs</TableTh>
        </TableTr>
      </TableThead>
      <TableTbody>
        {differences.map(({ what, mine, theirs }) => (
          <TableTr key={what}>
            <TableTh scope="row">{what}</TableTh>
            <TableTd>{mine}</TableTd>
            <TableTd>{theirs}</TableTd>
          </TableTr>
        ))}
      </TableTbody>
    </Table>
  );
}
