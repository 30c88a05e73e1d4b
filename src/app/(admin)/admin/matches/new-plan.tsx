'use client';

import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { day } from '@/club/plan.ts';
import { savePlan } from '@/hooks/club-api.ts';
import { type Trouble, troubleOf } from '@/hooks/trouble.ts';
import { useSendOnce } from '@/hooks/use-send-once.ts';
import { TroubleNotice } from '../trouble-notice.tsx';

/** Plans a match by its day, and goes there. */
export function NewPlan({ suggestedDay }: { suggestedDay: string }) {
  const router = useRouter();
  const sendOnce = useSendOnce();
  const [isSaving, setIsSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const form = useForm({
    initialValues: { matchDate: suggestedDay },
    validate: {
      matchDate: (given) => (day.safeParse(given).success ? null : 'Choose a day.'),
    },
  });

  const plan = async ({ matchDate }: { matchDate: string }) => {
    setIsSaving(true);
    setTrouble(null);
    try {
      const { planId } = await sendOnce(matchDate, (requestId) =>
        savePlan(requestId, { matchDate, lineUp: [] }),
      );
      router.push(`/admin/matches/plans/${planId}`);
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      // Next keeps this page for whoever comes back to it.
      setIsSaving(false);
    }
  };

  return (
    <form onSubmit={form.onSubmit((values) => void plan(values))} noValidate>
      <Group align="flex-end" gap="sm">
        <TextInput
          type="date"
          label="Day of the next match"
          flex="1 1 11rem"
          maw={260}
          {...form.getInputProps('matchDate')}
        />
        <Button type="submit" leftSection={<IconPlus size={18} />} loading={isSaving}>
          Plan a match
        </Button>
      </Group>
      <TroubleNotice trouble={trouble} />
    </form>
  );
}
