'use client';

import { Modal } from '@mantine/core';
import type { ClubPlayer } from '@/club/player.ts';
import { PlayerForm } from './player-form.tsx';

interface PlayerModalProps {
  /** Null for no modal. */
  player: ClubPlayer | 'new' | null;
  everyone: readonly ClubPlayer[];
  onClose: () => void;
}

/** The form for one player. Closes by its buttons only: a slip of the thumb or Escape loses nothing. */
export function PlayerModal({ player, everyone, onClose }: PlayerModalProps) {
  return (
    <Modal
      opened={player !== null}
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={player === 'new' ? 'New player' : player?.name}
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
