import type { Budget } from '../suggest/closest';
import { sectionOfId } from '../suggest/section-of-id';
import { suggestAnchors } from '../suggest/suggest-anchors';
import type { ScannedDocument } from '../scan/read-document';
import type { LinkContext } from './link-context';

/** An anchor that is not there, and what may have been meant. */
export interface AnchorProblem {
  readonly message: string;
  readonly anchors: readonly string[];
  readonly isCertain: boolean;
}

/** `L10`, `L10-L20`, `L10C5-L20C1`: lines of a file as GitHub shows it. */
const LINES = /^L(\d+)(?:C\d+)?(?:-L?(\d+)(?:C\d+)?)?$/i;

/** Whether a fragment points at lines. */
export function isLineAnchor(fragment: string): boolean {
  return LINES.test(fragment);
}

/** Whether a file is Markdown, whose anchors are known. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/**
 * Judges the fragment of a link to a file: an anchor of Markdown, or lines of anything. Fragments of other files are theirs to define, and
 * `#`, `#top`, `#/route` and `#:~:text=` are everywhere.
 */
export function judgeAnchor(
  context: Pick<LinkContext, 'documents' | 'lineCounts' | 'budget'>,
  path: string,
  fragment: string,
): AnchorProblem | undefined {
  const [anchor = ''] = fragment.split(':~:');
  if (anchor === '' || /^(?:top$|!?\/)/i.test(anchor)) return undefined;
  const document = context.documents.get(path);
  if (document?.linked.anchors().has(anchor) === true) return undefined;
  if (isLineAnchor(anchor)) return judgeLines(anchor, context.lineCounts.get(path));
  if (document === undefined || isContributionMark(document.text, anchor)) return undefined;
  return missingAnchor(document, anchor, context.budget);
}

/**
 * `#infra-somebody`: lists of contributors that all-contributors keeps say with such a link what somebody did, when there is nothing that
 * it could lead to.
 */
function isContributionMark(text: string, anchor: string): boolean {
  return /^[a-z0-9]+-[\w-]+$/i.test(anchor) && text.includes('<!-- ALL-CONTRIBUTORS-LIST:START');
}

function missingAnchor(document: ScannedDocument, anchor: string, budget: Budget): AnchorProblem {
  const message = `has no anchor "#${anchor}"`;
  const { anchors, isCertain } = suggestAnchors(document.linked.anchors().names, anchor, budget);
  const section = isCertain ? undefined : sectionOfId(document, anchor);
  // It leads near to what was meant, not to it, so nobody but the author can say that it will do.
  return section === undefined
    ? { message, anchors, isCertain }
    : {
        message: `${message}, and what is called so stands in #${section}`,
        anchors: [section],
        isCertain: false,
      };
}

function judgeLines(anchor: string, count: number | undefined): AnchorProblem | undefined {
  const [, from, to] = LINES.exec(anchor) ?? [];
  const last = Math.max(Number(from), Number(to ?? from));
  if (count === undefined || last <= count) return undefined;
  return { message: `has ${count} lines, not ${last}`, anchors: [], isCertain: false };
}
