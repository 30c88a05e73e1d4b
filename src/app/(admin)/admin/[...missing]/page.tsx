import { notFound } from 'next/navigation';
import { signedInAdmin } from '../../signed-in-admin.ts';

export const instant = false;

/** Any address below /admin that is no page: said within the admin's own pages and policy. */
export default async function MissingAdminPage() {
  await signedInAdmin();
  notFound();
}
