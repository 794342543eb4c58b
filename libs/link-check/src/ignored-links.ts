import picomatch from 'picomatch';
import type { Finding } from '@fixpoint/model';
import type { IgnoredLink, SpecsConfig } from '@fixpoint/spec-formats';
import type { Problem } from './judge/problem';
import { globMatcher } from './scan/glob-matcher';
import { relativeTo } from './scan/paths';

/** Problems apart from those that the configuration leaves alone, and the entries that leave nothing alone any more. */
export interface Sorted {
  readonly problems: readonly Problem[];
  readonly unused: readonly number[];
}

/** Takes out the problems that entries of the configuration are for. */
export function leaveAlone(
  problems: readonly Problem[],
  ignored: readonly IgnoredLink[],
  root: string,
): Sorted {
  const used = new Set<number>();
  const matchers = entryMatchers(ignored);
  const left = problems.filter(({ link, document }) => {
    const path = relativeTo(root, document.path);
    const applying = matchers.flatMap((applies, index) => (applies(link.target, path) ? [index] : []));
    applying.forEach((index) => used.add(index));
    return applying.length === 0;
  });
  return { problems: left, unused: ignored.flatMap((_, index) => (used.has(index) ? [] : [index])) };
}

/** For each entry whether it is for a link: by the target as it is written, and the path of the document relative to the root. */
export function entryMatchers(
  ignored: readonly IgnoredLink[],
): readonly ((target: string, path: string) => boolean)[] {
  return ignored.map(({ link, file }) => {
    const matchesLink = picomatch(link, { dot: true, nonegate: true });
    const isFile = file === undefined ? () => true : globMatcher([file]);
    return (target, path) => (target === link || matchesLink(target)) && isFile(path);
  });
}

/** Whether an entry is for a page on another machine, which is another target's to judge. */
export function isUrlEntry({ link }: IgnoredLink): boolean {
  return link.startsWith('//') || link.includes('://');
}

/**
 * What is said of an entry that leaves nothing alone.
 *
 * @req FP-LINK-007
 */
export function unusedEntryFinding(
  id: string,
  { entry, index }: { readonly entry: IgnoredLink; readonly index: number },
  { marker }: SpecsConfig,
): Finding {
  return {
    id,
    severity: 'error',
    message: `the entry for ${entry.link} leaves nothing alone any more ("${entry.reason}")`,
    file: marker ?? '.',
    path: `/links/ignore/${index}`,
    actual: entry.link,
    fix: 'remove the entry',
  };
}
