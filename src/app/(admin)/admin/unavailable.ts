/**
 * A button that cannot be pressed now and keeps the focus. `disabled` would take it away from whoever
 * works by keyboard; so its handler must look, too.
 */
export const unavailable = (is: boolean) => ({
  'aria-disabled': is || undefined,
  'data-disabled': is || undefined,
});
