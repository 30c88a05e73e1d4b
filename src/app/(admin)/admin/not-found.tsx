import Link from 'next/link';
import { Notice } from '@/components/notice.tsx';

export default function AdminNotFound() {
  return (
    <Notice
      title="There is no such page"
      action={<Link href="/admin/info">To the control room</Link>}
    >
      The address may be mistyped, or the page may have moved.
    </Notice>
  );
}
