import type { Finding } from '@fixpoint/model';
import type { UnitBlock } from '../definitions/units';
import { MOST_MEMBERS } from './expand-range';

/** What is wrong with how ids are written in prose. */
export function idFindings(file: string, blocks: readonly UnitBlock[]): Finding[] {
  return blocks.flatMap((block) => [...lookalikes(file, block), ...absurdRanges(file, block)]);
}

function lookalikes(file: string, { block, ids }: UnitBlock): Finding[] {
  const odd = new Map(ids.filter(({ lookalike }) => lookalike).map((id) => [id.offset, id]));
  const first = (offset: number): string => ids.find((id) => id.offset === offset)?.id ?? '';
  return [...odd.values()].map(({ offset, length }) => {
    const actual = block.text.slice(offset, offset + length);
    return {
      id: 'spec-extract/lookalike-hyphen',
      severity: 'warning',
      message: `"${actual}" is written with a character that only looks like a hyphen; searching for ${first(offset)} does not find it`,
      file,
      position: block.positionOf(offset),
      expected: first(offset),
      actual,
      fix: `write ${first(offset)} with the hyphen of the keyboard (U+002D)`,
    };
  });
}

function absurdRanges(file: string, { block, absurdRanges: ranges }: UnitBlock): Finding[] {
  return ranges.map(({ text, offset }) => ({
    id: 'spec-extract/absurd-range',
    severity: 'error',
    message: `the range ${text} runs backwards or has more than ${MOST_MEMBERS} members, so that only its ends count`,
    file,
    position: block.positionOf(offset),
    actual: text,
    fix: `correct the numbers of ${text}, the lower one first`,
  }));
}
