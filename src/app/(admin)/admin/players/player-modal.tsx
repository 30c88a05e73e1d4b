'use client';

import { Modal } from '@mantine/core';
import type { ClubPlayer } from '@/club/player.ts';
import { PlayerForm } from './player-form.tsx';

interface PlayerModalProps {
  /** Whom the form is for; null for nobody, and no modal. */
  player: ClubPlayer | 'new' | null;
  everyone: readonly ClubPlayer[];
  onClose: () => void;
}

/** The form for one player. Closes by its own buttons only: a slip of the thumb loses nothing. */
export function PlayerModal({ player, everyone, onClose }: PlayerModalProps) {
  return (
    <Modal
      opened={player !== null}
      onClose={onClose}
      closeOnClickOutside={false}
      title={player === 'new' ? 'A new player' : player?.name}
    >
      {player && (
        <PlayerForm
          key={player === 'new' ? 'new' : player.playerId}
          player={player === 'new' ? null : player}
          everyone={everyone}
          onDone={onClose}
        />
      )}
    </Modal>
  );
}
