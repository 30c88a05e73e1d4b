import type { Sql } from 'postgres';
import { z } from 'zod';
import { ensureUser } from './auth-users.ts';

const PATH = '/auth/v1/admin/users';

const changes = z.object({
  password: z.string().min(6).optional(),
  app_metadata: z.object({ role: z.literal('admin').optional() }).optional(),
});
const newUser = changes.required({ password: true }).extend({ email: z.email() });

interface AuthAdminOptions {
  /** Connected as the schema's owner. */
  readonly sql: Sql;
  readonly secretKey: string;
}

/**
 * What Supabase Auth has for administrators and `@supabase/lite` has not, as far as this project's
 * tools use it: list users, create one, change one's role or password. With the secret key alone.
 */
export async function answerAuthAdmin(
  request: Request,
  { sql, secretKey }: AuthAdminOptions,
): Promise<Response | undefined> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname !== PATH && !pathname.startsWith(`${PATH}/`)) return undefined;
  if (request.headers.get('apikey') !== secretKey) {
    return refusal(403, 'not_admin', 'User not allowed');
  }
  const id = z.uuid().safeParse(pathname.slice(PATH.length + 1));
  if (request.method === 'GET' && pathname === PATH) return list(sql, searchParams);
  if (request.method === 'POST' && pathname === PATH) return create(sql, await request.json());
  if (request.method === 'PUT' && id.success) return change(sql, id.data, await request.json());
  return refusal(404, 'not_found', 'Not found');
}

async function list(sql: Sql, asked: URLSearchParams): Promise<Response> {
  const perPage = Number(asked.get('per_page') || 50);
  const page = Number(asked.get('page') || 1);
  const users = await sql`
    select ${shape(sql)} from auth.users
    order by created_at, id limit ${perPage} offset ${(page - 1) * perPage}`;
  return Response.json({ users, aud: 'authenticated' });
}

async function create(sql: Sql, body: unknown): Promise<Response> {
  const asked = newUser.safeParse(body);
  if (!asked.success) return refusal(400, 'validation_failed', z.prettifyError(asked.error));
  const { email, password, app_metadata: metadata } = asked.data;
  const taken = await sql`select from auth.users where email = ${email.toLowerCase()}`;
  if (taken.length > 0) {
    return refusal(
      422,
      'email_exists',
      'A user with this email address has already been registered',
    );
  }
  const role = metadata?.role;
  const id = await ensureUser(sql, { email: email.toLowerCase(), password, ...(role && { role }) });
  return one(await sql`select ${shape(sql)} from auth.users where id = ${id}`);
}

async function change(sql: Sql, id: string, body: unknown): Promise<Response> {
  const asked = changes.safeParse(body);
  if (!asked.success) return refusal(400, 'validation_failed', z.prettifyError(asked.error));
  const { password = null, app_metadata: metadata = {} } = asked.data;
  return one(
    await sql`
    update auth.users set
      raw_app_meta_data = raw_app_meta_data || ${sql.json(metadata)},
      encrypted_password = coalesce(
        extensions.crypt(${password}, extensions.gen_salt('bf', 10)), encrypted_password
      ),
      updated_at = now()
    where id = ${id}
    returning ${shape(sql)}`,
  );
}

const shape = (sql: Sql) => sql`
  id, email, 'authenticated' as aud, created_at, raw_app_meta_data as app_metadata,
  raw_user_meta_data as user_metadata`;

const one = ([user]: readonly unknown[]) =>
  user ? Response.json(user) : refusal(404, 'user_not_found', 'User not found');

const refusal = (status: number, code: string, message: string) =>
  Response.json({ code: status, error_code: code, msg: message }, { status });
