import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import fc from 'fast-check';
import type { Requirement } from '@fixpoint/spec-formats';
import { parseYaml } from '@fixpoint/structured-text';
import { toIndex } from './extract/read-index';
import { renderIndex } from './extract/render-index';
import { renderPage } from './extract/render-page';

const PRETTIER = resolve(__dirname, '../../../node_modules/prettier/bin/prettier.cjs');

/** Texts on which formatters and generators like to disagree. */
const ODD = [
  'a: b',
  'a #b',
  '# a',
  '- a',
  '+ a',
  '* a',
  '*a*',
  '_a_',
  '__a__',
  'a_b',
  'é_é',
  'é_b a_é 1_é',
  '日_b a_日 é_日 한_é',
  '_a',
  'a_',
  '“_a”',
  '`a`',
  '``',
  '[a](b)',
  '[a]',
  '[ ] a',
  '![a](b)',
  '<b>',
  '<!-- a',
  '&amp;',
  '& a',
  '@me',
  '#1',
  '1. a',
  '1) a',
  '1',
  '1.5',
  '0x1',
  '2001-01-01',
  'true',
  'no',
  'null',
  '~',
  '~~a~~',
  '~',
  '=',
  '-',
  '---',
  '===',
  '|a|b|',
  '$a$',
  '$$',
  '\\',
  'a\\',
  '\\_',
  '"a"',
  "'a'",
  '"',
  "'",
  '{a}',
  '{{a}}',
  '{% a %}',
  ', a',
  '? a',
  '! a',
  '!a',
  '% a',
  '@',
  '> a',
  'a:',
  'a,',
  ':::',
  'https://a.b/c_d_',
  'www.a.b',
  'a@b.c',
  '§1',
  '…',
  '日本語_日本',
  '😀',
  'a…',
  '(a',
  'a)',
  '.inf',
  '<<',
  'a  b',
  '^a',
  '==a==',
  'a*b*c',
  '**',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...ODD), fc.constantFrom('word', 'MUST')), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' ').replace(/\s+/g, ' '));

function requirements(): Requirement[] {
  const sample = fc.sample(text, { numRuns: 300, seed: 5 });
  return [...ODD.map((odd) => odd.replace(/\s+/g, ' ')), ...sample].map((words, index) => ({
    id: `A-${1000 + index}`,
    title: words,
    section: sample[index % sample.length] ?? '',
    level: 'must',
    keywords: ['MUST', 'MUST NOT'],
    text: `${words} ${'and more '.repeat(index % 20)}`.trim(),
    line: index + 1,
    links: [`specs/a.md#${index}`],
  }));
}

describe('derived files', () => {
  const directory = tempDirectory();

  it('are as a formatter leaves them, whatever its options', () => {
    const all = requirements();
    const index = renderIndex({ source: 'specs/a: b.md', requirements: all });
    const spec = {
      file: 'specs/a_b (c) _d_ [e].md',
      isNormative: true,
      headings: [],
      requirements: [],
      mentions: [],
      loose: [],
      lowerCase: [],
      oddIds: [],
    };
    const page = renderPage([{ spec, requirements: all }], 'docs/COMPLIANCE.md');
    directory.write('index.yaml', index);
    directory.write('page.md', page);
    for (const options of [[], ['--single-quote', '--print-width', '40']]) {
      execFileSync(process.execPath, [
        PRETTIER,
        '--no-config',
        '--no-editorconfig',
        // What this repository keeps from being formatted may be where temporary directories lie.
        '--ignore-path',
        join(directory.path, 'none'),
        '--write',
        ...options,
        directory.path,
      ]);
      expect(directory.read('index.yaml')).toBe(index);
      expect(directory.read('page.md')).toBe(page);
    }
  });

  it('are read as they were written', () => {
    const index = { source: 'specs/a.md', requirements: requirements() };
    const parsed = parseYaml(renderIndex(index), 'a.yaml');
    expect(parsed.ok && toIndex(parsed.value)).toEqual(index);
  });
});
