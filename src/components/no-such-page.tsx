import { Notice } from './notice.tsx';
import { TextLink } from './text-link.tsx';

/** For an address without a page. */
export function NoSuchPage() {
  return (
    <Notice title="Page not found" action={<TextLink href="/">Go to the latest match</TextLink>}>
      The address may be wrong, or the page may have moved.
    </Notice>
  );
}
