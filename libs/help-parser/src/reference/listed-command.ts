import type { ListedCommandReader } from './reference-form';
import { strip, trim, words } from './text';

const TOKEN = /^[0-9A-Za-z_-]+$/;

/** Takes the first word; without a description on its line it must be the only one. */
export const readPlainCommand: ListedCommandReader = ({ head, description }) => {
  const [token, ...others] = words(head);
  if (token === undefined || !TOKEN.test(token)) return undefined;
  return description === '' && others.length > 0 ? undefined : token;
};

/**
 * Takes the first word, cut at `|`, when a description stands on its line and nothing but placeholders
 * (`[options]`, `<name>`, `args...`) between the two.
 *
 * @param ignored tokens that stand in such lists without being commands
 */
export function commandWithPlaceholdersReader(ignored: readonly string[]): ListedCommandReader {
  return ({ head, description }) => {
    const [first = '', ...others] = words(head);
    const token = first.split('|', 1)[0] ?? '';
    if (description === '' || !TOKEN.test(token) || ignored.includes(token)) return undefined;
    return others.every(isPlaceholder) ? token : undefined;
  };
}

function isPlaceholder(printed: string): boolean {
  if (printed.startsWith('-')) return false;
  const word = trim(strip(printed, ','));
  return (
    word === '' ||
    word.endsWith('...') ||
    (word.startsWith('[') && word.endsWith(']')) ||
    (word.startsWith('<') && word.endsWith('>'))
  );
}
