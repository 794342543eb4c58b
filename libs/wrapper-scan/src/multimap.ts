/** Adds an item under a key; an absent key is no key. */
export function addTo<Key, Item>(map: Map<Key, Item[]>, key: Key | undefined, item: Item): void {
  if (key === undefined) return;
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
