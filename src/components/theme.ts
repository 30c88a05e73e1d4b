import {
  type CSSVariablesResolver,
  createTheme,
  List,
  type MantineColorsTuple,
  Modal,
  Notification,
} from '@mantine/core';

/** The club's green: the pitch under floodlights. Shade 8 carries white text (5.4:1). */
const pitch: MantineColorsTuple = [
  '#e9faf1',
  '#d2f3e1',
  '#a3e6c3',
  '#71d8a3',
  '#49cc88',
  '#2fc077',
  '#1fb069',
  '#129956',
  '#0a7a45',
  '#06603a',
];

/** The floodlight: for what is worth a second look. */
const floodlight: MantineColorsTuple = [
  '#fff8e1',
  '#ffefc2',
  '#ffe08a',
  '#ffd152',
  '#ffc53d',
  '#f5b31a',
  '#d99700',
  '#a87300',
  '#835900',
  '#634300',
];

/** Dark surfaces with a trace of the pitch in them. */
const dark: MantineColorsTuple = [
  '#d5ddd9',
  '#bcc6c1',
  '#a3afa9',
  '#75817b',
  '#414c47',
  '#323c38',
  '#242d29',
  '#171f1c',
  '#111815',
  '#0b100e',
];

const closeButtonProps = { 'aria-label': 'Close' };

/** How everything looks: colours, type, corners. Components take their looks from here only. */
export const theme = createTheme({
  colors: { pitch, floodlight, dark },
  primaryColor: 'pitch',
  primaryShade: 8,
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily:
    'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  headings: {
    fontWeight: '750',
    sizes: { h1: { fontSize: '1.75rem' }, h2: { fontSize: '1.1rem' } },
  },
  components: {
    List: List.extend({ styles: { itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } } }),
    Modal: Modal.extend({
      defaultProps: {
        closeButtonProps,
        // Mantine makes it a <header>, and a second one of those is announced as the page's.
        attributes: { header: { role: 'presentation' } },
      },
      styles: { title: { fontSize: '1.1rem', fontWeight: 750 } },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps } }),
  },
});

/**
 * Colours that Mantine's own choice leaves too pale to read (below 4.5:1), and the club's night
 * green, which is the same by day and by night.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--club-night': '#0c2a20',
    '--club-night-raised': '#14392c',
    '--club-night-line': '#2b5546',
    '--club-night-text': '#f2f7f4',
    '--club-night-dimmed': '#b4cbc0',
    '--club-floodlight': '#ffc53d',
  },
  light: {
    '--mantine-color-body': '#f6f8f7',
    '--mantine-color-dimmed': '#56605b',
    '--mantine-color-placeholder': '#66706b',
    '--mantine-color-error': '#c02626',
    '--mantine-color-anchor': '#0a6b3d',
    '--mantine-color-green-light-color': '#1e6b2e',
    '--mantine-color-pitch-light-color': '#06603a',
    '--mantine-color-floodlight-light-color': '#6b4900',
    '--mantine-color-blue-light-color': '#1559a0',
    '--mantine-color-red-light-color': '#b02222',
    '--mantine-color-gray-light-color': '#454d49',
    '--club-surface': '#ffffff',
    '--club-quiet': '#e8edea',
    '--club-gold': '#9a6b00',
    '--club-silver': '#66706b',
    '--club-bronze': '#9a5b2f',
    '--club-line': '#dfe5e2',
    '--club-line-strong': '#b3beb9',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b4af',
    '--mantine-color-placeholder': '#98a39e',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-anchor': '#71d8a3',
    '--mantine-color-gray-light-color': '#ced6d2',
    '--mantine-color-red-light-color': '#ff9c9c',
    '--mantine-color-blue-light-color': '#8cc4ff',
    '--club-surface': 'var(--mantine-color-dark-6)',
    '--club-quiet': 'var(--mantine-color-dark-4)',
    '--club-gold': '#ffc53d',
    '--club-silver': '#bcc6c1',
    '--club-bronze': '#d99a6c',
    '--club-line': 'var(--mantine-color-dark-5)',
    '--club-line-strong': 'var(--mantine-color-dark-3)',
  },
});
