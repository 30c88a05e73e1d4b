import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type GivenSettings, SETTINGS } from '@/club/settings.ts';
import { givenSettings } from '@/club/settings-change.ts';
import { changeSettings } from '@/hooks/settings-api.ts';
import { troubleOf } from '@/hooks/trouble.ts';
import { useSendOnce } from '@/hooks/use-send-once.ts';
import { changedUnder, changesOf, type Edits, entryOf, withEdit } from './settings-draft.ts';

/**
 * The settings as saved, and the admin's edits. When someone else saved first, theirs are taken in,
 * the edits are kept, and saving again overwrites theirs.
 */
export function useSettings(saved: GivenSettings) {
  const [given, setGiven] = useState(saved);
  const [edits, setEdits] = useState<Edits>({});
  const [conflicts, setConflicts] = useState<readonly string[]>([]);
  const sendOnce = useSendOnce();

  // Next keeps this page for whoever comes back to it, and reads the settings again.
  const [lastRead, setLastRead] = useState(saved);
  if (saved !== lastRead) {
    setLastRead(saved);
    setConflicts(changedUnder(edits, given, saved));
    setGiven(saved);
  }

  const { mutate, isPending, isSuccess, error, reset } = useMutation({
    mutationFn: () => {
      const changes = changesOf(edits, given);
      return sendOnce(changes, (requestId) => changeSettings(changes, requestId));
    },
    onSuccess: ({ settings }) => {
      setGiven(settings);
      setEdits({});
      setConflicts([]);
    },
    onError: (problem) => {
      const trouble = troubleOf(problem);
      if (trouble.kind !== 'conflict') return;
      const now = givenSettings.parse(trouble.current);
      setConflicts(changedUnder(edits, given, now));
      setGiven(now);
    },
  });

  // The news of a save is gone when the page is left.
  useEffect(() => reset, [reset]);

  const edited = SETTINGS.filter(({ key }) => key in edits);
  const isSound = edited.every((setting) => entryOf(setting, given, edits).problem === null);
  return {
    given,
    edits,
    /** Keys of the edits that someone else has changed meanwhile. */
    conflicts,
    edit: (key: string, value: string | null) => {
      setEdits(withEdit(edits, given, key, value));
      if (isSuccess) reset();
    },
    discard: () => {
      setEdits({});
      setConflicts([]);
      reset();
    },
    /** What is stored already blocks nothing, valid or not. */
    canSave: isSound && edited.length > 0,
    save: () => mutate(),
    isSaving: isPending,
    isSaved: isSuccess,
    trouble: error ? troubleOf(error) : null,
  };
}
