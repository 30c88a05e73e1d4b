import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { cssVariables, theme } from './theme.ts';

/** What Mantine would write into every page for this theme, one rule or variable to a line. */
function styles(): string {
  const page = renderToStaticMarkup(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables}>
      <main />
    </MantineProvider>,
  );
  const rules = [...page.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);
  return rules.join('').replaceAll(/([{;}])\n*(?=[^}\n])/g, '$1\n');
}

// With `npx vitest run --project unit theme-css --update` the file is written.
test('theme.css is what the theme says', async () => {
  const heading = '/* Made from theme.ts: see theme-css.test.tsx. */\n';
  await expect(`${heading}${styles()}\n`).toMatchFileSnapshot('./theme.css');
});
