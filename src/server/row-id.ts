import { rowId } from '@/club/plan.ts';
import { notFound } from './api-error.ts';

/** The `:id` of a route for a row with a number; throws 404 for what cannot be one. */
export async function rowIdOf(params: Promise<Record<string, string>>): Promise<number> {
  const id = rowId.safeParse(Number((await params).id));
  if (!id.success) throw notFound('There is no such thing. Reload the page.');
  return id.data;
}
