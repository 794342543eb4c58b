import fc from 'fast-check';
import { parseYaml } from '@fixpoint/structured-text';
import { toIndex } from './extract/read-index';
import { specExtractDerivation } from './spec-extract-derivation';
import { run } from './test-support';

/** What was put into a spec: a requirement with its id, or something that looks like one. */
interface Piece {
  readonly form:
    | 'end'
    | 'start'
    | 'row'
    | 'heading'
    | 'nested'
    | 'fence'
    | 'comment'
    | 'mention'
    | 'section'
    | 'inline';
  readonly word: string;
  readonly level: 'must' | 'should' | 'may' | 'info';
}

const KEY_WORDS = { must: 'MUST NOT', should: 'RECOMMENDED', may: 'MAY', info: 'can' };

const piece: fc.Arbitrary<Piece> = fc.record({
  form: fc.constantFrom(
    'end',
    'start',
    'row',
    'heading',
    'nested',
    'fence',
    'comment',
    'mention',
    'section',
    'inline',
  ),
  word: fc.constantFrom('oven', 'stove_top', 'Knob', 'ünit', '名前', '😀'),
  level: fc.constantFrom('must', 'should', 'may', 'info'),
});

const DEFINING: readonly Piece['form'][] = ['end', 'start', 'row', 'heading', 'nested'];

/** A piece as Markdown, between blank lines. */
function written({ form, word, level }: Piece, id: string): string {
  const sentence = `The ${word} ${KEY_WORDS[level]} be.`;
  const forms: Readonly<Record<Piece['form'], string>> = {
    end: `* ${sentence.replace(word, `**${word}**`)} [${id}]`,
    start: `[${id}] ${sentence}`,
    row: `| ID | what |\n| -- | -- |\n| ${id} | ${sentence} |`,
    heading: `#### ${id}: ${sentence}`,
    nested: `* an item\n  * ${sentence} **[${id}]**`,
    fence: `\`\`\`md\n# ${id}\n- ${sentence} [${id}]\n\`\`\``,
    comment: `<!--\n${sentence} [${id}]\n-->`,
    mention: `As [${id}](#x) and (${id}) say.`,
    section: `## The ${word}`,
    inline: `The code \`[${id}]\` is code.`,
  };
  return forms[form];
}

describe('a spec that is made of known requirements', () => {
  it('gives them back, on any system, and has nothing to change in a second run', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (pieces, isWindows) => {
          const named = [{ form: 'end', word: 'oven', level: 'must' } as Piece, ...pieces].map(
            (one, index) => ({
              ...one,
              id: `KIT-${100 + index}`,
            }),
          );
          const text = named.map((one) => written(one, one.id)).join('\n\n');
          const file = isWindows ? `\uFEFF${text.replaceAll('\n', '\r\n')}` : text;
          const first = await run(specExtractDerivation, { 'specs/a.md': file });
          const yaml = parseYaml(
            first.artifacts.find(({ path }) => path.endsWith('.yaml'))?.text ?? '',
            'a.yaml',
          );
          const index = yaml.ok ? toIndex(yaml.value) : undefined;
          const expected = named.filter(({ form }) => DEFINING.includes(form));
          expect(index?.requirements.map(({ id, level, title }) => ({ id, level, title }))).toEqual(
            expected.map(({ id, level, word }) => ({
              id,
              level,
              title: `The ${word} ${KEY_WORDS[level]} be.`,
            })),
          );
          const files = Object.fromEntries(first.artifacts.map(({ path, text: content }) => [path, content]));
          const second = await run(specExtractDerivation, { 'specs/a.md': text, ...files });
          expect(second.artifacts).toEqual(first.artifacts);
          expect(second.orphans).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
