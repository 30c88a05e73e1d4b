import { Notice } from '@/components/notice.tsx';
import { TextLink } from '@/components/text-link.tsx';

export default function AdminNotFound() {
  return (
    <Notice
      title="There is no such page"
      action={<TextLink href="/admin/info">Go to the control room</TextLink>}
    >
      The address may be mistyped, or what it showed was deleted.
    </Notice>
  );
}
