import picomatch from 'picomatch';
import type { Finding } from '@fixpoint/model';
import type { IgnoredLink, SpecsConfig } from '@fixpoint/spec-formats';
import { fixCommand } from '@fixpoint/surface-formats';
import { editOf, isGeneratedText } from './fix-document';
import { PROBLEMS, type Problem } from './judge/problem';
import { globMatcher, relativeTo } from './scan/find-documents';
import type { LinkFacts } from './scan/link-facts';

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
  const entries = ignored.map(({ link, file }) => {
    const [isLink, isFile] = [linkMatcher(link), file === undefined ? () => true : globMatcher([file])];
    return ({ link: { target }, document }: Problem): boolean =>
      isLink(target) && isFile(relativeTo(root, document.path));
  });
  const left = problems.filter((problem) => {
    const applying = entries.flatMap((applies, index) => (applies(problem) ? [index] : []));
    applying.forEach((index) => used.add(index));
    return applying.length === 0;
  });
  return { problems: left, unused: ignored.flatMap((_, index) => (used.has(index) ? [] : [index])) };
}

/** Whether a target is the one that an entry names, or one that its glob matches. */
export function linkMatcher(link: string): (target: string) => boolean {
  const matches = picomatch(link, { dot: true, nonegate: true });
  return (target) => target === link || matches(target);
}

/** Whether an entry is for a page on another machine, which is another target's to judge. */
export function isUrlEntry({ link }: IgnoredLink): boolean {
  return /^(?:https?:)?\/\/|:\/\//i.test(link);
}

/** What is said of a problem. */
export function problemFinding(problem: Problem, { root }: LinkFacts, config: SpecsConfig): Finding {
  const { kind, document, link, message, suggestions } = problem;
  const expected = suggestions.join(' or ');
  return {
    id: `link-check/${kind}`,
    severity: PROBLEMS[kind],
    message: `${message}${expected === '' ? '' : `; did you mean ${expected}?`}`,
    file: relativeTo(root, document.path),
    position: document.linked.positionOf(link),
    actual: link.target,
    ...(expected !== '' && { expected }),
    fix: fixOf(problem, relativeTo(root, document.path), config),
  };
}

function fixOf(problem: Problem, file: string, { root }: SpecsConfig): string {
  const [first, ...others] = problem.suggestions;
  if (first === undefined) return FIXES[problem.kind];
  if (isGeneratedText(problem.document.text))
    return `${file} is generated: change its source so that it writes ${first} instead of ${problem.link.target}`;
  if (editOf(problem) !== undefined && !file.startsWith('../'))
    return `${fixCommand('link-check', { root })} --fix`;
  return `write ${[first, ...others].join(' or ')} instead of ${problem.link.target}`;
}

const FIXES: Readonly<Record<Problem['kind'], string>> = {
  'missing-file': 'correct the link, or remove it',
  'missing-extension': 'write the extension',
  'wrong-case': 'write the name as the file has it',
  'wrong-normalization': 'write the name as the file has it',
  'missing-anchor': 'write the anchor of a heading that is there, or give the place an id: <a id="…"></a>',
  'outside-workspace': 'link to a file of this workspace, or to the address of a web page',
  'ignored-target': 'commit the file (and take it out of .gitignore), or name it in "links.generated"',
  'undefined-reference': 'add the definition, or write \\[ where no link is meant',
  'empty-target': 'write where the link leads, or remove it',
};

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
