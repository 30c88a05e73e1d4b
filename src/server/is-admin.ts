import type { User } from '@supabase/supabase-js';

/** Whether a user is an admin of the club. The role is kept where users cannot write. */
export const isAdmin = ({ app_metadata }: Pick<User, 'app_metadata'>): boolean =>
  app_metadata.role === 'admin';
