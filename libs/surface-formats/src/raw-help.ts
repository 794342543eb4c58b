import { nestedHelpPage } from './raw-help-page';

/** The directory that the help pages of a version and target are captured in, relative to the root and with a final `/`. */
export function rawHelpDirectory(version: string, target: string): string {
  return `raw_help/${version}/${target}/`;
}

/** Where a command's help page is captured, relative to the root: `raw_help/<version>/<target>/…/help.txt`. */
export function rawHelpPath(version: string, target: string, command: readonly string[]): string {
  return rawHelpDirectory(version, target) + nestedHelpPage(command);
}
