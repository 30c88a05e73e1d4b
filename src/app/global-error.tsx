'use client';

/** What is left when even the page's frame broke: it depends on nothing that can break. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en-GB" style={{ colorScheme: 'light dark' }}>
      <body style={{ font: '1rem/1.5 system-ui, sans-serif', margin: '4rem auto', maxWidth: 480 }}>
        <title>Something broke · BerkoTNF</title>
        <h1>Something broke</h1>
        <p>The page could not be shown. Nothing is lost: try again in a minute.</p>
        <button type="button" onClick={() => retry()}>
          Try again
        </button>
      </body>
    </html>
  );
}
