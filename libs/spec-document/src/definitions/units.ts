import type { ProseBlock } from '@fixpoint/markdown-document';
import type { FoundId } from '../spec-document';
import type { AbsurdRange } from '../ids/scan-ids';
import { cover, proseText, visibleText } from '../text/masked-text';
import { definitionsIn, type BlockIds, type Definition } from './definitions-in';

/** What is looked at together: a paragraph, a heading, or a row of a table. */
export interface Unit {
  readonly blocks: readonly UnitBlock[];
  /** The block that other blocks of the unit belong to, if there is one: the cell of a row that alone defines ids. */
  readonly main?: UnitBlock;
}

/** A block with its ids and what it defines. */
export interface UnitBlock {
  readonly block: ProseBlock;
  readonly ids: readonly FoundId[];
  readonly definitions: readonly Definition[];
  readonly absurdRanges: readonly AbsurdRange[];
  /** The visible text, and the same with code covered; ids that the block defines are blanked in both. */
  readonly visible: string;
  readonly prose: string;
}

/** Headers of columns that hold ids. */
const ID_HEADER = /^\W*(?:req(?:uirement)?s?\.? ?)?(?:ids?|identifiers?)\W*$/i;

/** The blocks of prose in units, with what they define. */
export function unitsOf(blocks: readonly ProseBlock[], patterns: readonly string[]): Unit[] {
  const units: Unit[] = [];
  for (let index = 0; index < blocks.length; ) {
    const first = blocks[index] as ProseBlock;
    const rest = first.cell === undefined ? [] : blocks.slice(index + 1, endOfRow(blocks, index));
    units.push(toUnit([first, ...rest].map((block) => toUnitBlock(block, patterns))));
    index += 1 + rest.length;
  }
  return units;
}

function toUnitBlock(block: ProseBlock, patterns: readonly string[]): UnitBlock {
  const found = idsOf(block, patterns);
  const places = found.definitions.map(({ place }) => place);
  return {
    block,
    ...found,
    visible: cover(visibleText(block), places, ' '),
    prose: cover(proseText(block), places, ' '),
  };
}

function endOfRow(blocks: readonly ProseBlock[], index: number): number {
  const row = blocks[index]?.cell?.row;
  let end = index + 1;
  while (end < blocks.length && blocks[end]?.cell?.row === row) end += 1;
  return end;
}

function toUnit(blocks: readonly UnitBlock[]): Unit {
  const defining = blocks.filter(({ definitions }) => definitions.length > 0);
  return { blocks, ...(blocks.length > 1 && defining.length === 1 && { main: defining[0] }) };
}

function idsOf(block: ProseBlock, patterns: readonly string[]): BlockIds {
  const found = definitionsIn(block, patterns);
  const { cell } = block;
  if (cell === undefined) return found;
  const counts = ({ place, isBare }: Definition): boolean => {
    const isAlone = !/[\p{L}\p{N}]/u.test(block.text.slice(0, place.start) + block.text.slice(place.end));
    const isIdColumn = cell.column === 0 || ID_HEADER.test(cell.header);
    return !cell.isHeader && (isIdColumn || !(isAlone || isBare));
  };
  return { ...found, definitions: found.definitions.filter(counts) };
}
