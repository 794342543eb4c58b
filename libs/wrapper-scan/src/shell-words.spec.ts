import fc from 'fast-check';
import { splitCommands } from './shell-words';
import type { NodeOf } from './syntax';
import { staticText, wholeText } from './value';
import type { Sequence, TextPart } from './value';

const node = { type: 'StringLiteral' } as NodeOf<'StringLiteral'>;

function words(sequence: Sequence): (string | undefined)[] {
  if (sequence.kind === 'all') return sequence.parts.flatMap(words);
  return sequence.kind === 'item' ? [wholeText(sequence.value)] : [];
}

const split = (line: string): unknown => splitCommands(staticText(line, node)).map(words);

describe('splitCommands', () => {
  it.each([
    ['acme run --json', [['acme', 'run', '--json']]],
    ['  acme\trun\n', [['acme', 'run']]],
    [`acme "two words" 'it is' --x="a b"`, [['acme', 'two words', 'it is', '--x=a b']]],
    [`acme ''`, [['acme', '']]],
    ['a | b && c; d & e', [['a'], ['b'], ['c'], ['d'], ['e']]],
    ['a >out b 2>&1 c', [['a', 'b', 'c']]],
    ['a 2>/dev/null <in b', [['a', 'b']]],
    ['(a b)', [['a', 'b']]],
    ['', []],
  ])('%s', (line, expected) => expect(split(line)).toEqual(expected));

  it('keeps a word together that is known in part', () => {
    const hole: TextPart = { kind: 'hole', node };
    const text = staticText('acme --x=', node).parts.concat(hole, staticText('/y --z ', node).parts, hole);
    const [line] = splitCommands({ kind: 'text', parts: text });
    const items = line?.kind === 'all' ? line.parts : [];
    expect(
      items.map((item) => (item.kind === 'item' && item.value.kind === 'text' ? item.value.parts.length : 0)),
    ).toEqual([1, 3, 1, 1]);
  });

  it('gives plain words back as they are', () => {
    const word = fc.stringMatching(/^[\w./:=@-]+$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (line) => expect(split(line.join(' '))).toEqual([line])),
    );
  });
});
