/** What of Next.js a route needs, for a test that calls the route itself: no server, no cache. */
interface Scene {
  /** The `cookie` header of whoever calls. */
  cookie: string;
  /** Every tag that was dropped, in order. */
  readonly dropped: string[];
}

export const scene: Scene = { cookie: '', dropped: [] };

export const connection = async () => {};

/** A run is under way before it is handed over here; what else is, drops tags again, seconds later. */
export const after = () => {};

export const revalidateTag = (tag: string) => void scene.dropped.push(tag);

export const cookies = async () => ({
  getAll: () =>
    scene.cookie
      .split('; ')
      .filter(Boolean)
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return { name, value: value.join('=') };
      }),
  set: () => {},
});

export const headers = async () => new Headers({ host: '127.0.0.1:3000' });
