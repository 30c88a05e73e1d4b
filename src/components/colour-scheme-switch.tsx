'use client';

import { ActionIcon, Box, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';

/** Turns the lights on or off, and remembers it on this device. */
export function ColourSchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light', { getInitialValueInEffect: true });

  return (
    <ActionIcon
      variant="transparent"
      color="gray.0"
      size={40}
      aria-label="Switch between light and dark"
      onClick={() => setColorScheme(shown === 'dark' ? 'light' : 'dark')}
    >
      <Box component="span" lightHidden lh={0}>
        <IconSun size={20} />
      </Box>
      <Box component="span" darkHidden lh={0}>
        <IconMoon size={20} />
      </Box>
    </ActionIcon>
  );
}
