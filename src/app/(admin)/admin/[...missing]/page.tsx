import { notFound } from 'next/navigation';
import { signedInAdmin } from '../../signed-in-admin.ts';

export const instant = false;

/**
 * Any address below /admin that is no page: said within the admin's own pages and policy. Answered 200
 * all the same: Next.js has sent the shell of these pages, and with it the status, before it asks for
 * the page. Only a signed-in admin gets as far as this, so nothing but a browser reads the status.
 */
export default async function MissingAdminPage() {
  await signedInAdmin();
  notFound();
}
