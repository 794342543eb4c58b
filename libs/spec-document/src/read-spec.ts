import {
  blocksOf,
  headingsOf,
  parseTokens,
  type Heading,
  type ProseBlock,
} from '@fixpoint/markdown-document';
import type { Finding } from '@fixpoint/model';
import { codeFindings } from './code/code-findings';
import { idsInCode, type IdInCode } from './code/ids-in-code';
import { draftsOf } from './definitions/drafts-of';
import type { Draft, Sentence } from './definitions/draft';
import { unitsOf, type UnitBlock } from './definitions/units';
import { idFindings } from './ids/id-findings';
import { oddIdsIn } from './ids/odd-ids';
import { plainHyphens } from './ids/hyphens';
import { scanIds } from './ids/scan-ids';
import type {
  DefinedRequirement,
  IdMention,
  LooseSentence,
  LowerCaseWord,
  SpecDocument,
} from './spec-document';
import { keyWordsIn, levelOf } from './text/key-words';
import { proseText } from './text/masked-text';
import { cutTitle } from './text/title';

/** A spec, and what is decided once all of them are read. */
export interface ReadSpec {
  readonly document: SpecDocument;
  /** Requirements whose id stands without brackets. */
  readonly bare: ReadonlySet<DefinedRequirement>;
  /** Those of them that stand in a row of a table. */
  readonly rows: ReadonlySet<DefinedRequirement>;
  readonly inCode: readonly IdInCode[];
  readonly findings: readonly Finding[];
}

/** A spec as text. */
export interface SpecSource {
  readonly file: string;
  readonly text: string;
  readonly isInformative: boolean;
}

interface Defined {
  readonly requirement: DefinedRequirement;
  readonly isBare: boolean;
  readonly isRow: boolean;
}

interface Outline {
  readonly headings: readonly Heading[];
  /** For each heading, the title of the one that it stands under. */
  readonly above: readonly string[];
}

/** Reads one spec. In an informative one nothing is defined. */
export function readSpec({ file, text, isInformative }: SpecSource, patterns: readonly string[]): ReadSpec {
  const tokens = parseTokens(text);
  const headings = headingsOf(tokens);
  const outline = { headings, above: titlesAbove(headings) };
  const { prose, code } = blocksOf(tokens, text);
  const units = unitsOf(prose, patterns);
  const { drafts, loose } = draftsOf(units, headings);
  const defined = isInformative ? [] : drafts.flatMap((draft) => toRequirements(file, draft, outline));
  const blocks = units.flatMap((unit) => unit.blocks);
  const requirements = defined.map(({ requirement }) => requirement);
  const inCode = isInformative ? [] : idsInCode(code, text, patterns);
  const document: SpecDocument = {
    file,
    isNormative: !isInformative && (requirements.length > 0 || prose.some(claimsToBeNormative)),
    headings,
    requirements,
    mentions: mentionsOf(blocks, isInformative ? [] : drafts),
    loose: isInformative ? [] : loose.flatMap((sentence) => toLoose(sentence, patterns)),
    lowerCase: isInformative ? [] : drafts.flatMap(lowerCaseOf),
    oddIds: isInformative ? [] : prose.flatMap((block) => oddIdsIn(block, patterns)),
  };
  return {
    document,
    bare: new Set(defined.filter(({ isBare }) => isBare).map(({ requirement }) => requirement)),
    rows: new Set(
      defined.filter(({ isBare, isRow }) => isBare && isRow).map(({ requirement }) => requirement),
    ),
    inCode,
    findings: [...idFindings(file, blocks), ...codeFindings({ file, code, inCode })],
  };
}

function toRequirements(file: string, draft: Draft, outline: Outline): Defined[] {
  const { block, definition, sentences, pieces } = draft;
  const words = sentences.flatMap(({ keyWords }) => keyWords.map(({ word }) => word));
  const first = sentences.find(({ text }) => /[\p{L}\p{N}]/u.test(text))?.text ?? pieces[0] ?? '';
  const anchor = outline.headings[block.heading];
  const common = {
    title: cutTitle(first),
    section: (block.kind === 'heading' ? outline.above[block.heading] : anchor?.text) ?? '',
    level: levelOf(words),
    keywords: [...new Set(words)],
    text: pieces.join(' '),
    links: [anchor === undefined ? file : `${file}#${anchor.slug}`],
  };
  const unique = [...new Map(definition.ids.map((id) => [id.id, id])).values()];
  return unique.map(({ id, offset }) => {
    const position = block.positionOf(offset);
    return {
      requirement: { id, ...common, line: position.line, position },
      isBare: definition.isBare,
      isRow: block.kind === 'cell',
    };
  });
}

/** Titles of the headings above those of a document. */
function titlesAbove(headings: readonly Heading[]): string[] {
  const open: Heading[] = [];
  return headings.map((heading) => {
    while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
    const above = open.at(-1)?.text ?? '';
    open.push(heading);
    return above;
  });
}

function claimsToBeNormative(block: ProseBlock): boolean {
  return (
    /\bBCP\s?14\b|\bRFC[\s-]?(?:2119|8174)\b/.test(plainHyphens(block.text)) ||
    keyWordsIn(proseText(block)).length > 0
  );
}

function mentionsOf(blocks: readonly UnitBlock[], drafts: readonly Draft[]): IdMention[] {
  const defining = new Set(drafts.flatMap(({ definition }) => definition.ids));
  return blocks.flatMap(({ block, ids }) =>
    ids
      .filter((id) => !defining.has(id))
      .map(({ id, offset }) => ({ id, position: block.positionOf(offset) })),
  );
}

function toLoose({ block, text, start, keyWords }: Sentence, patterns: readonly string[]): LooseSentence[] {
  if (keyWords.length === 0) return [];
  const words = [...new Set(keyWords.map(({ word }) => word))];
  const ids = [...new Set(scanIds(text, patterns).map(({ id }) => id))];
  return [{ text, keywords: words, ids, position: block.positionOf(start) }];
}

function lowerCaseOf({ definition, sentences }: Draft): LowerCaseWord[] {
  const id = definition.ids[0]?.id ?? '';
  return sentences.flatMap(({ block, start, lowerCase }) =>
    lowerCase.map((word) => ({ id, word: word.word, position: block.positionOf(start + word.start) })),
  );
}
