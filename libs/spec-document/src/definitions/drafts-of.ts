import type { Heading } from '@fixpoint/markdown-document';
import { addTo, sentencesIn, toDraft, type Draft, type Sentence } from './draft';
import { Owners } from './owners';
import type { Unit, UnitBlock } from './units';

/** The requirements of a document in the making, and the sentences that belong to none. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly loose: readonly Sentence[];
}

/** Gives each block to the requirement that it belongs to. */
export function draftsOf(units: readonly Unit[], headings: readonly Heading[]): Drafts {
  const owners = new Owners(headings);
  const drafts: Draft[] = [];
  const loose: Sentence[] = [];
  for (const unit of units) {
    for (const unitBlock of unit.blocks) {
      owners.enter(unitBlock.block);
      const own = unitBlock.definitions.map((definition) => toDraft(unitBlock, definition));
      if (own.length > 0) owners.define(unitBlock.block, own);
      else if (unit.main === undefined)
        for (const sentence of giveAway(unitBlock, owners)) loose.push(sentence);
      for (const draft of own) drafts.push(draft);
    }
    if (unit.main !== undefined) joinRow(unit, drafts.at(-1));
  }
  return { drafts: drafts.filter(({ pieces }) => pieces.length > 0), loose };
}

/** Titles of sections and columns are no sentences of their own. */
function giveAway(unitBlock: UnitBlock, owners: Owners): Sentence[] {
  const { block } = unitBlock;
  if (block.kind === 'heading' || block.cell?.isHeader === true) return [];
  const drafts = owners.of(block);
  for (const draft of drafts) addTo(draft, unitBlock);
  if (drafts.length > 0) return [];
  return sentencesIn(unitBlock, { start: 0, end: block.text.length });
}

/** The other cells of a row belong to the one that defines; the text is in the order of the columns. */
function joinRow({ blocks, main }: Unit, draft: Draft | undefined): void {
  if (draft === undefined || main === undefined) return;
  const own = draft.pieces.splice(0);
  const cells = blocks.flatMap((unitBlock) => {
    if (unitBlock === main) return own;
    addTo(draft, unitBlock);
    return draft.pieces.splice(0);
  });
  if (cells.length > 0) draft.pieces.push(cells.join(' — '));
}
