import { Notice } from './notice.tsx';
import { TextLink } from './text-link.tsx';

/** For an address that leads nowhere. */
export function NoSuchPage() {
  return (
    <Notice
      title="There is no such page"
      action={<TextLink href="/">To the match report</TextLink>}
    >
      The address may be mistyped, or the page may have moved.
    </Notice>
  );
}
