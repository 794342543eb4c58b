import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectGolden } from '@fixpoint/testkit';
import {
  isHelpText,
  namesPath,
  normalizeHelpText,
  parseClapBashCompletion,
  parseFeatureList,
  parseHelpPage,
} from '.';
import { scoreDialects } from './parse-help-page';

const FIXTURES = join(__dirname, '../fixtures');
const cases = (theme: string): string[] => readdirSync(join(FIXTURES, theme)).sort();
const read = (...path: string[]): Buffer => readFileSync(join(FIXTURES, ...path));
const asLines = (rows: readonly unknown[]): string =>
  `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`;

describe('real pages', () => {
  it.each(cases('pages'))('%s', (name) => {
    const { path } = JSON.parse(read('pages', name, 'context.json').toString()) as { path: string[] };
    const text = normalizeHelpText(read('pages', name, 'page.txt'));
    const page = parseHelpPage(text, { path });
    expect(isHelpText(text)).toBe(true);
    expect(namesPath(page, path)).toBe(true);
    expectGolden(join(FIXTURES, 'pages', name, 'expected.json'), `${JSON.stringify(page, null, 2)}\n`);
  });
});

describe('real completion scripts', () => {
  it.each(cases('completion'))('%s', (name) => {
    const surface = parseClapBashCompletion(read('completion', name, 'script.bash').toString());
    const commands = surface.ok ? surface.value.commands : [];
    expect(surface.ok).toBe(true);
    expectGolden(join(FIXTURES, 'completion', name, 'expected.json'), asLines(commands));
  });
});

describe('real feature lists', () => {
  it.each(cases('features'))('%s', (name) => {
    const text = read('features', name, 'list.txt').toString();
    const rows = parseFeatureList(text);
    expect(rows).toHaveLength(text.trimEnd().split('\n').length);
    expectGolden(join(FIXTURES, 'features', name, 'expected.json'), asLines(rows));
  });
});

describe('detection', () => {
  it.each(cases('pages'))('%s scores highest as its own dialect', (name) => {
    const text = normalizeHelpText(read('pages', name, 'page.txt'));
    const { dialect } = JSON.parse(read('pages', name, 'expected.json').toString()) as { dialect: string };
    const [first, second] = scoreDialects(text);
    expect(first?.id).toBe(dialect);
    expect(first?.score).toBeGreaterThanOrEqual(second?.score ?? 0);
  });
});
