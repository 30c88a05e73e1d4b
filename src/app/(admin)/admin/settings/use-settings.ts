import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type GivenSettings, SETTINGS } from '@/club/settings.ts';
import { givenSettings } from '@/club/settings-change.ts';
import { changeSettings } from '@/hooks/settings-api.ts';
import { troubleOf } from '@/hooks/trouble.ts';
import { useRequestId } from '@/hooks/use-request-id.ts';
import { changedUnder, changesOf, type Edits, entryOf, withEdit } from './settings-draft.ts';

/**
 * The settings as saved, and what the admin is making of them. When somebody else was first, theirs
 * are taken in, what the admin entered is kept, and saving again puts it in the place of theirs.
 */
export function useSettings(saved: GivenSettings) {
  const [given, setGiven] = useState(saved);
  const [edits, setEdits] = useState<Edits>({});
  const [conflicts, setConflicts] = useState<readonly string[]>([]);
  const requestIdFor = useRequestId();

  const { mutate, isPending, isSuccess, error, reset } = useMutation({
    mutationFn: () => {
      const changes = changesOf(edits, given);
      return changeSettings(changes, requestIdFor(changes));
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

  const isSound = SETTINGS.every((setting) => entryOf(setting, given, edits).problem === null);
  return {
    given,
    edits,
    /** Keys of the edits that somebody else has changed meanwhile. */
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
    canSave: isSound && Object.keys(edits).length > 0,
    save: () => mutate(),
    isSaving: isPending,
    isSaved: isSuccess,
    trouble: error ? troubleOf(error) : null,
  };
}
