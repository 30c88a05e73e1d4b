'use client';

import { Box, Skeleton } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';

interface WhenSeenProps {
  /** Reserved from the start, in pixels, so that nothing jumps. */
  height: number;
  children: ReactNode;
}

/** Delays what is expensive to load until it scrolls into view. */
export function WhenSeen({ height, children }: WhenSeenProps) {
  const { ref, inViewport } = useInViewport();
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (inViewport) setSeen(true);
  }, [inViewport]);

  return (
    <Box ref={ref} h={height}>
      {seen ? children : <Skeleton h={height} animate={false} />}
    </Box>
  );
}
