/**
 * Sends items one call after another: at once when no call is under way, else together with all that
 * came meanwhile. Resolves when the item is sent. A call that rejects, rejects every later one.
 */
export function inBatches<Item>(
  send: (items: readonly Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  let waiting: Item[] = [];
  let sent = Promise.resolve();
  const sendWaiting = async () => {
    const items = waiting;
    waiting = [];
    if (items.length > 0) await send(items);
  };
  return (item) => {
    waiting.push(item);
    sent = sent.then(sendWaiting);
    return sent;
  };
}
