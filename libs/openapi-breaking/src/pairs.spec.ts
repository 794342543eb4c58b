import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument, type OpenApiDocument } from '@fixpoint/openapi-document';
import { operationText, type Difference } from './difference';
import { ruleOf } from './rules/rules';
import { diff } from './testing/documents';

/** Real pairs of versions with the verdicts of independent differs; they are not part of the repository. */
const PAIRS = join(__dirname, '../../../../shared/data/contracts/openapi/pairs');
const names = existsSync(PAIRS) ? readdirSync(PAIRS) : [];

const textOf = (pair: string, file: string): string => readFileSync(join(PAIRS, pair, file), 'utf8');

function read(pair: string, file: string): OpenApiDocument {
  const texts = new Map([[file, textOf(pair, file)]]);
  const result = readDocument(pair, { entry: file, texts });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

const differencesOf = (pair: string): readonly Difference[] =>
  diff(read(pair, 'old.yaml'), read(pair, 'new.yaml'));

function verdictOf(differences: readonly Difference[]): string {
  const levels = new Set(differences.map(({ rule }) => ruleOf(rule).level));
  return levels.has('error') ? 'breaking' : 'compatible';
}

/** What the independent differ calls a path is an operation here; all else it finds one by one as well. */
function isFoundBy(row: { rule: string; where: string }, differences: readonly Difference[]): boolean {
  const [method = '', path = ''] = row.where.split(' ');
  return differences.some(({ operation, subject }) => {
    if (operation === undefined) return false;
    if (row.rule === 'path-added') return operation.path === row.where;
    const name = /'([^']+)'\)$/.exec(row.where)?.[1] ?? row.where.split(/[ .]/).at(-1) ?? '';
    const isThere = operationText(operation).toLowerCase() === `${method} ${path}`.toLowerCase();
    return isThere && (subject.includes(`\`${name}\``) || subject.includes(row.where.split(' ')[2] ?? '\0'));
  });
}

if (names.length === 0) {
  process.stderr.write(`${PAIRS} is not there: pairs of real versions are skipped\n`);
}

const suite = names.length === 0 ? describe.skip.each(['no pair']) : describe.each(names);

suite('%s', (pair) => {
  it('has the verdict of the independent differ, and of all of them where they agree', () => {
    const { verdicts } = JSON.parse(textOf(pair, 'meta.json')) as {
      verdicts: Readonly<Record<string, string>>;
    };
    expect(verdictOf(differencesOf(pair))).toBe(verdicts['oasdelta']);
  });

  it('has every difference that the independent differ has', () => {
    const rows = JSON.parse(textOf(pair, 'oasdelta.json')) as { rule: string; where: string }[];
    const differences = differencesOf(pair);
    expect(rows.filter((row) => !isFoundBy(row, differences))).toEqual([]);
  });
});
