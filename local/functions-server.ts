/**
 * The process behind the embedded `/functions/v1/`, run by Deno: every function of
 * `supabase/functions/` in one process, where Supabase gives each its own.
 *
 * Argument: the port. A function is served at `/<its name>`, which is also what it sees on Supabase.
 */
type Handler = (request: Request) => Response | Promise<Response>;

const FUNCTIONS = new URL('../supabase/functions/', import.meta.url);

// Before the functions put theirs in its place.
const serve = Deno.serve;
const handlers = new Map<string, Handler>();
for (const { name, isDirectory } of Deno.readDirSync(FUNCTIONS)) {
  // The platform, too, takes `_shared` for what functions import.
  if (isDirectory && !name.startsWith('_')) handlers.set(name, await handlerOf(name));
}

serve({ hostname: '127.0.0.1', port: Number(Deno.args[0]) }, (request) => {
  const [, name = ''] = new URL(request.url).pathname.split('/');
  const handler = handlers.get(name);
  if (handler) return handler(request);
  const error = { code: 'NOT_FOUND', message: 'Requested function was not found' };
  return Response.json(error, { status: 404 });
});

/** What a function's module gives to `Deno.serve`, kept from listening on a port of its own. */
async function handlerOf(name: string): Promise<Handler> {
  const given: Handler[] = [];
  const keep = (handler: Handler) => void given.push(handler);
  Object.defineProperty(Deno, 'serve', { value: keep, configurable: true });
  await import(new URL(`${name}/index.ts`, FUNCTIONS).href);
  const [handler] = given;
  if (!handler) throw new Error(`supabase/functions/${name} serves nothing`);
  return handler;
}
