'use client';

/** Shown when even the page's frame failed. It depends on nothing that can fail. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en-GB" style={{ colorScheme: 'light dark' }}>
      <body style={{ font: '1rem/1.5 system-ui, sans-serif', margin: '4rem auto', maxWidth: 480 }}>
        <title>Something went wrong · BerkoTNF</title>
        <h1>Something went wrong</h1>
        <p>The page could not be shown. Nothing is lost. Please try again in a minute.</p>
        <button type="button" onClick={() => retry()}>
          Try again
        </button>
      </body>
    </html>
  );
}
