import type { Changes } from '../writing/plan-changes';

const LINES = 500;

/** A text of a few kilobytes. */
export function longText(word: string): string {
  return `${word}\n`.repeat(LINES);
}

/** Files before the change. */
export const BEFORE: Readonly<Record<string, string>> = {
  'a.json': longText('old a'),
  'same.json': longText('same'),
  'sub/b.json': longText('old b'),
  'gone/c.json': longText('old c'),
};

/** A change with everything in it: a file replaced, one unchanged, one in new directories, one removed. */
export const CHANGES: Changes = {
  write: [
    { path: 'a.json', text: longText('new a') },
    { path: 'same.json', text: longText('same') },
    { path: 'sub/b.json', text: longText('new b') },
    { path: 'new/deep/d.json', text: longText('new d') },
  ],
  remove: ['gone/c.json'],
};

/** Files after the change. */
export const AFTER: Readonly<Record<string, string>> = Object.fromEntries(
  CHANGES.write.map(({ path, text }) => [path, text]),
);
