'use client';

import { ActionIcon, NumberInput, Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { unavailable } from '../../unavailable.ts';
import classes from './counter.module.css';

interface CounterProps {
  /** What the row is called. */
  label: string;
  /** What the number is, in full, for a screen reader. */
  name: string;
  /** Null while nothing is entered. */
  value: number | null;
  onChange: (value: number | null) => void;
  size?: 'md' | 'lg';
}

const MOST = 99;

/** A number to tap up and down with a thumb, or to type. */
export function Counter({ label, name, value, onChange, size = 'md' }: CounterProps) {
  const count = value ?? 0;
  return (
    <div className={classes.row}>
      <Text className={classes.label} fw={size === 'lg' ? 700 : 500}>
        {label}
      </Text>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={`One less: ${name}`}
        {...unavailable(count <= 0)}
        onClick={() => {
          if (count > 0) onChange(count - 1);
        }}
      >
        <IconMinus size={20} />
      </ActionIcon>
      <NumberInput
        aria-label={name}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        min={0}
        max={MOST}
        clampBehavior="strict"
        value={value ?? ''}
        placeholder={value === null ? '–' : undefined}
        onChange={(given) => onChange(typeof given === 'number' ? given : null)}
        onFocus={(event) => event.currentTarget.select()}
        classNames={{ input: classes.number }}
        data-size={size}
      />
      <ActionIcon
        variant={size === 'lg' ? 'filled' : 'default'}
        size={44}
        aria-label={`One more: ${name}`}
        {...unavailable(count >= MOST)}
        onClick={() => {
          if (count < MOST) onChange(count + 1);
        }}
      >
        <IconPlus size={20} />
      </ActionIcon>
    </div>
  );
}
