'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

/**
 * Lets the admin's pages ask the server again and again. One memory per open page. A request made
 * offline fails and says so, instead of waiting for the network without a word.
 */
const OPTIONS = {
  queries: { networkMode: 'always' },
  mutations: { networkMode: 'always' },
} as const;

export function AdminQueries({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: OPTIONS }));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
