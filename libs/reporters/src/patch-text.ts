/** The lines of a unified diff without the names of the files, for places where the file is named already. */
export function patchBody(patch: string): string[] {
  const lines = patch.replace(/\n$/, '').split('\n');
  return lines[0]?.startsWith('--- ') && lines[1]?.startsWith('+++ ') ? lines.slice(2) : lines;
}
