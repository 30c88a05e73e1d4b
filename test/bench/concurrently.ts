/** Makes `count` calls by so many clients at once, each one after another. Rejects when one does. */
export async function concurrently<Result>(
  clients: number,
  count: number,
  call: () => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let left = count;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      results.push(await call());
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return results;
}
