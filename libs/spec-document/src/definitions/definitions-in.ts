import type { ProseBlock } from '@fixpoint/markdown-document';
import type { FoundId } from '../spec-document';
import { scanText, type AbsurdRange } from '../ids/scan-ids';
import { keyWordsIn } from '../text/key-words';
import { CODE, cover, marked, proseText } from '../text/masked-text';
import { sentencesOf, type TextRange } from '../text/sentences';
import { clustersOf, type Cluster } from './clusters';

/** Ids that a block defines, and the part of its text that is theirs. */
export interface Definition {
  readonly ids: readonly FoundId[];
  /** Where the ids stand, brackets included. */
  readonly place: TextRange;
  readonly range: TextRange;
  /** Bare ids yield to bracketed ones. */
  readonly isBare: boolean;
}

/** The ids of a block. */
export interface BlockIds {
  readonly definitions: readonly Definition[];
  /** All that are not in code and not struck out, in their order. */
  readonly ids: readonly FoundId[];
  readonly absurdRanges: readonly AbsurdRange[];
}

/** What may stand before the ids at the beginning of a block: the mark of an alert (`[!NOTE]`), a check box, a number. */
const LEAD = /^\s*(?:\[![A-Za-z]{1,20}\]\s+)?(?:\[[ xX]\]\s+)?(?:(?:§\s*)?\d+(?:\.\d+)*[.)]?\s+)?$/;

/** What may stand behind the ids at its end. */
const REST = /^[\s.,;:!?]*$/;

/** Words behind which an id is spoken of. */
const REFERRING =
  /(?:^|[\s("'])(?:see|also|in|by|per|of|from|to|with|under|and|or|cf\.?|refs?\.?|via|than|like|unlike|covers|covered|implements|satisfies|depends|supersedes|replaces|for|on|as|§)\s*:?\s*$|\(\s*$/i;

/** Words that say what an id is, where nothing goes before them: `Tests: [A-100]`. */
const LABEL =
  /(?:^|[(;,.]\s*)(?:origin|traces?|tests?|requirements?|rules?|clauses?|sections?|specs?|references?|related)\s*:?\s*$/i;

const SENTENCE_END = /[.!?]["'”’)\]]*\s*$/;

/**
 * Finds what a block defines by itself; cells are looked at as if they were paragraphs.
 *
 * @req FP-SPEC-001
 */
export function definitionsIn(block: ProseBlock, patterns: readonly string[]): BlockIds {
  const scanned = scanText(block.text, patterns);
  const text = proseText(block);
  const inLinks = cover(text, marked(block.spans, 'link'), CODE);
  // What is covered is not what is written there.
  const ids = scanned.ids.filter(({ offset }) => text[offset] === block.text[offset]);
  const clusters = clustersOf(
    text,
    ids.filter(({ offset }) => inLinks[offset] === block.text[offset]),
  );
  const bracketed = bracketedDefinitions(
    block,
    text,
    clusters.filter(({ isBracketed }) => isBracketed),
  );
  const definitions = bracketed.length > 0 ? bracketed : bareDefinitions(block, text, clusters);
  return { definitions, ids, absurdRanges: scanned.absurdRanges };
}

function bracketedDefinitions(block: ProseBlock, text: string, clusters: readonly Cluster[]): Definition[] {
  const first = clusters.slice(0, 1).find(({ start }) => LEAD.test(text.slice(0, start)));
  const last = clusters.find(({ end }) => REST.test(text.slice(end)));
  const atEnd = last === first || last === undefined || isReferredTo(before(text, last)) ? [] : [last];
  if (first !== undefined && atEnd.length > 0)
    return [first, ...atEnd].map((cluster) => toDefinition(cluster, { start: 0, end: text.length }));
  const between = clusters.filter(
    (cluster) => cluster !== first && cluster !== last && isBetweenSentences(block, text, cluster),
  );
  if (first !== undefined) {
    const all = [first, ...between];
    return all.map((cluster, index) =>
      toDefinition(cluster, { start: cluster.start, end: all[index + 1]?.start ?? text.length }),
    );
  }
  const all = clusters.filter(
    (cluster) =>
      between.includes(cluster) ||
      atEnd.includes(cluster) ||
      (cluster !== last && endsSentence(text, cluster)),
  );
  const ends = all.map(({ end }, index) =>
    index === all.length - 1 ? text.length : end + (/^[.!?]/.test(text.slice(end, end + 1)) ? 1 : 0),
  );
  return all.map((cluster, index) =>
    toDefinition(cluster, { start: ends[index - 1] ?? 0, end: ends[index] ?? text.length }),
  );
}

/** How far back the sentence before an id is looked at. */
const REACH = 1_000;

/** Whether ids stand before the full stop of a sentence that uses a key word, as they do at the end of a block. */
function endsSentence(text: string, cluster: Cluster): boolean {
  const behind = text.slice(cluster.end, cluster.end + 12);
  if (!/^[.!?]\s+["'“‘(]*[\p{Lu}\p{N}\uFFFC]/u.test(behind) || isReferredTo(before(text, cluster)))
    return false;
  const left = text.slice(Math.max(0, cluster.start - REACH), cluster.start);
  const sentence = sentencesOf(left).at(-1);
  return sentence !== undefined && keyWordsIn(left.slice(sentence.start, sentence.end)).length > 0;
}

/** Whether ids stand behind a sentence and before the next one, or behind a colon at the end of a line. */
function isBetweenSentences(block: ProseBlock, text: string, cluster: Cluster): boolean {
  const behind = text.slice(cluster.end, cluster.end + 12);
  const left = before(text, cluster);
  if (SENTENCE_END.test(left) && /^\s+["'“‘(]*[\p{Lu}\p{N}\uFFFC]/u.test(behind)) return true;
  const blanks = /^\s*/.exec(behind)?.[0].length ?? 0;
  const isLineEnd = block.positionOf(cluster.end - 1).line < block.positionOf(cluster.end + blanks).line;
  return isLineEnd && /[.!?:;]["'”’)\]]*\s*$/.test(left) && !isReferredTo(left);
}

function isReferredTo(left: string): boolean {
  return REFERRING.test(left) || LABEL.test(left);
}

function before(text: string, { start }: Cluster): string {
  return text.slice(Math.max(0, start - 40), start);
}

/** The bare ids at the beginning of a block, and those at the beginning of its other lines before `:` or a dash, or in bold. */
function bareDefinitions(block: ProseBlock, text: string, clusters: readonly Cluster[]): Definition[] {
  const [first] = bareDefinition(block, text, clusters[0]);
  if (first === undefined || block.kind !== 'paragraph') return first === undefined ? [] : [first];
  const others = clusters.slice(1).filter((cluster) => beginsLine(block, text, cluster));
  const all = [first, ...others.map((cluster) => toDefinition(cluster, { start: cluster.start, end: 0 }))];
  return all.map((definition, index) => {
    const range = { start: definition.range.start, end: all[index + 1]?.range.start ?? text.length };
    return { ...definition, range, isBare: true };
  });
}

function beginsLine(block: ProseBlock, text: string, cluster: Cluster): boolean {
  const { start, end, isBracketed } = cluster;
  const isFirst = block.positionOf(start - 1).line < block.positionOf(start).line;
  const rest = text.slice(end);
  return (
    isFirst &&
    !isBracketed &&
    /[\p{L}\uFFFC]/u.test(rest) &&
    (/^\s*(?::|[–—]|-\s)/.test(rest) || isStrong(block, cluster, rest))
  );
}

/** Ids at the beginning without brackets: before `:`, a dash, or a full stop, before a sentence, or in bold; in a heading always. */
function bareDefinition(block: ProseBlock, text: string, cluster: Cluster | undefined): Definition[] {
  if (cluster === undefined || cluster.isBracketed || !LEAD.test(text.slice(0, cluster.start))) return [];
  const rest = text.slice(cluster.end);
  const isTitle = block.kind === 'heading' || (block.kind === 'cell' && REST.test(rest));
  if (!isTitle && !(isFollowed(rest) || isStrong(block, cluster, rest))) return [];
  const isReference = !/\p{L}|\uFFFC/u.test(cover(text, marked(block.spans, 'link'), ' ').slice(cluster.end));
  if (!isTitle && isReference) return [];
  return [{ ...toDefinition(cluster, { start: 0, end: text.length }), isBare: true }];
}

function isFollowed(rest: string): boolean {
  if (/^\s*(?::|[–—]|-\s|\.\s|\.?$)/.test(rest)) return true;
  const words = rest.slice(0, 40);
  return (
    /^\s+["'“(]?(?:\p{Lu}|\uFFFC)/u.test(words) &&
    keyWordsIn(words).every(({ start }) => words.slice(0, start).trim() !== '')
  );
}

function isStrong({ spans }: ProseBlock, { start, end }: Cluster, rest: string): boolean {
  return (
    /^[\s:.]/.test(rest) &&
    spans.some(
      (span) => span.kind === 'strong' && span.start === start && span.end <= end + 1 && span.end >= end,
    )
  );
}

function toDefinition({ ids, start, end, isBracketed }: Cluster, range: TextRange): Definition {
  return { ids, place: { start, end }, range, isBare: !isBracketed };
}
