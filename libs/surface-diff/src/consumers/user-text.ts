import type { ConsumerUse } from './consumers';

const MAX_PLACES = 3;

/** Who uses a unit, as the end of a sentence: levels of declared entries, and places of the source. Empty for nobody. */
export function userText(users: readonly ConsumerUse[]): string {
  const levels = [...new Set(users.flatMap(({ level }) => level ?? []))];
  const places = placesOf(users);
  const shown = places.slice(0, MAX_PLACES).join(', ');
  const more = places.length > MAX_PLACES ? ` and ${places.length - MAX_PLACES} more` : '';
  return [
    ...(levels.length === 0 ? [] : [`covers it as ${levels.join(' and ')}`]),
    ...(places.length === 0 ? [] : [`passes it at ${shown}${more}`]),
  ].join(' and ');
}

/** The places of evidence as `file:line:column`, each once. */
export function placesOf(users: readonly ConsumerUse[]): readonly string[] {
  const all = users.flatMap(({ places = [] }) =>
    places.map(({ file, line, column }) => `${file}:${line}:${column}`),
  );
  return [...new Set(all)];
}
