/**
 * Whether a listed word can be passed on as a command: a leading dash would make it a flag, and a slash would lead its
 * captured page out of its directory.
 */
export function isCommandToken(word: string): boolean {
  return /^[^-\s/\\][^\s/\\]*$/.test(word) && word !== '.' && word !== '..';
}
