/** The marker of a directory of specs, or of Markdown and features that are checked. */
export const SPECS_MARKER = 'SPECS.json';

/** Folders whose Markdown are specs without being named in a marker. */
export const SPEC_FOLDERS: readonly string[] = ['.specs', 'specs'];

/** The page over all specs, where a marker does not name another one. */
export const COMPLIANCE_PAGE = 'COMPLIANCE.md';

/** Whether a file says what a folder holds, which may be tests: folders of these are called specs as well. */
export function isReadme(path: string): boolean {
  return /(?:^|\/)readme\.md$/i.test(path);
}
