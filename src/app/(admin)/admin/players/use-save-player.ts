import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { type ClubPlayer, clubPlayer, type PlayerFacts } from '@/club/player.ts';
import { savePlayer } from '@/hooks/club-api.ts';
import { type Trouble, troubleOf } from '@/hooks/trouble.ts';
import { useSendOnce } from '@/hooks/use-send-once.ts';
import { tellSaved } from '../tell-saved.ts';

/** Saves a player, new if null, and says what stands in the way. */
export function useSavePlayer(player: ClubPlayer | null, onSaved: () => void) {
  const [version, setVersion] = useState(player?.version ?? null);
  const [isSaving, setIsSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const sendOnce = useSendOnce();

  const current = trouble?.kind === 'conflict' ? clubPlayer.safeParse(trouble.current) : null;
  const theirs = current?.success ? current.data : null;
  const goOn = () => {
    if (theirs) setVersion(theirs.version);
    setTrouble(null);
  };

  const save = async (facts: PlayerFacts): Promise<void> => {
    if (isSaving) return;
    setIsSaving(true);
    setTrouble(null);
    const edited = player && version !== null ? { id: player.playerId, version } : undefined;
    try {
      const { stats } = await sendOnce([facts, edited], (requestId) =>
        savePlayer(requestId, facts, edited),
      );
      notifications.show(tellSaved(`${facts.name} saved.`, stats));
      onSaved();
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setIsSaving(false);
    }
  };

  return { save, isSaving, trouble, theirs, keepMine: goOn, takeTheirs: goOn };
}
