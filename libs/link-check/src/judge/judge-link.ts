import type { DocumentLink } from '@fixpoint/markdown-document';
import { relativeTo } from '../scan/paths';
import type { ScannedDocument } from '../scan/read-document';
import { LONGEST_PATH } from '../scan/workspace-tree';
import { encodeAnchor } from '../suggest/write-target';
import { judgeAnchor } from './judge-anchor';
import type { LinkContext } from './link-context';
import { isPlaceholder, parseTarget, type Target } from './parse-target';
import type { MissingFile, Problem } from './problem';
import { resolveLink, type Place } from './resolve-link';

type FileTarget = Extract<Target, { kind: 'file' }>;

/** One link of a document. */
interface Judged {
  readonly context: LinkContext;
  readonly document: ScannedDocument;
  readonly link: DocumentLink;
}

/**
 * Judges a link; what is right, and what leads to other machines, is no problem.
 *
 * @req FP-LINK-001
 */
export function judgeLink(
  context: LinkContext,
  document: ScannedDocument,
  link: DocumentLink,
): Problem | MissingFile | undefined {
  const judged = { context, document, link };
  if (link.kind === 'undefined-reference')
    return problem(judged, 'undefined-reference', `the reference [${link.target}] has no definition`);
  if (link.target === '')
    return problem(judged, 'empty-target', 'the link leads nowhere: its target is empty');
  const target = parseTarget(link.target);
  if (target.kind === 'machine')
    return problem(judged, 'outside-workspace', `${link.target} is a place on one machine`);
  if (target.kind !== 'file') return undefined;
  if (target.path === '') return anchorProblem(judged, target, { kind: 'file', path: document.path });
  return judgeFile(judged, target);
}

function judgeFile(judged: Judged, target: FileTarget): Problem | MissingFile | undefined {
  const { context, document, link } = judged;
  const place = resolveLink(context.tree, document.path, target.path);
  if (place.kind === 'forge') return undefined;
  if (place.kind === 'outside')
    return isPlaceholder(target.path)
      ? undefined
      : problem(judged, 'outside-workspace', `${link.target} leads out of the workspace`);
  const relative = relativeTo(context.root, place.path);
  if (isIgnored(context, place)) {
    if (context.isGenerated(relative)) return undefined;
    return problem(judged, 'ignored-target', `git ignores ${relative}: where others work it is not there`);
  }
  if (place.kind !== 'missing') return anchorProblem(judged, target, place);
  if (context.isGenerated(relative) || isPlaceholder(target.path)) return undefined;
  return { kind: 'missing-file', document, link, path: place.path };
}

function isIgnored({ tree }: LinkContext, place: Exclude<Place, { kind: 'forge' }>): boolean {
  if (place.path.length > LONGEST_PATH) return false;
  return tree.rules.isIgnored(place.path, place.kind === 'directory' ? 'directory' : 'file');
}

function anchorProblem(
  judged: Judged,
  { written }: FileTarget,
  place: { readonly kind: string; readonly path: string },
): Problem | undefined {
  const { context, document } = judged;
  const { fragment = '', path, query } = written;
  if (fragment === '' || isPlaceholder(fragment)) return undefined;
  const file = place.kind === 'directory' ? readmeOf(context, place.path) : place.path;
  // GitHub shows the README below the files of a directory, and calls its frame so.
  if (file === undefined || (place.kind === 'directory' && fragment === 'readme')) return undefined;
  const found = judgeAnchor(context, file, fragment);
  if (found === undefined) return undefined;
  const name = file === document.path ? 'this document' : relativeTo(context.root, file);
  const suggestions = found.anchors.map((anchor) => `${path}${query}#${encodeAnchor(anchor)}`);
  return {
    ...problem(judged, 'missing-anchor', `${name} ${found.message}`),
    suggestions,
    isCertain: found.isCertain,
  };
}

/** The README that GitHub shows for a directory. */
export function readmeOf({ tree }: Pick<LinkContext, 'tree'>, directory: string): string | undefined {
  const names = [...(tree.listing(directory)?.keys() ?? [])];
  const name = names.find((candidate) => /^readme\.(?:md|markdown)$/i.test(candidate));
  return name === undefined ? undefined : `${directory}/${name}`;
}

function problem({ document, link }: Judged, kind: Problem['kind'], message: string): Problem {
  return { kind, document, link, message, suggestions: [], isCertain: false };
}
