import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trace, traceConfig } from './test-support';

/** Specs, documents, pacts, metrics and features of a real project, by commit. */
const DATA = join(__dirname, '../../../../shared/data/contracts');
const isThere = existsSync(DATA);
if (!isThere) process.stderr.write(`${DATA} is not there: the trace of a real project is skipped\n`);
const whenThere = isThere ? it : it.skip;

type Files = Record<string, string>;

/** The files below a directory of the data, under other names. */
function tree(directory: string, to: string, ending = ''): Files {
  const entries = readdirSync(join(DATA, directory), { withFileTypes: true, recursive: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [`${to}${path.slice(join(DATA, directory).length)}`, readFileSync(path, 'utf8')];
      }),
  );
}

const file = (from: string, to: string): Files => ({ [to]: readFileSync(join(DATA, from), 'utf8') });

/** Ids in a text by a pattern alone, with both ends of ranges; hyphens that are none are put right. */
function idsIn(text: string): string[] {
  const plain = text.replace(/[\u2010-\u2015]/g, '-');
  return [...plain.matchAll(/\b((?:ORCH|OC-[A-Z][A-Z0-9-]*)-)(\d{3,5})\b(?:\.\.(\d+))?/g)].flatMap(
    ([, prefix = '', first = '', last]) => [
      prefix + first,
      ...(last === undefined ? [] : [prefix + first.slice(0, first.length - last.length) + last]),
    ],
  );
}

/** The ids behind `x-req-id` in YAML that writes them as a list, or behind the key. */
function idsOfOperations(text: string): string[] {
  return [...text.matchAll(/x-req-id:(?:[^\n]*)(?:\n\s*- \S+)*/g)].flatMap(([block]) => idsIn(block));
}

const withoutCode = (text: string): string => text.replace(/```[^]*?```/g, '').replace(/`[^`\n]*`/g, '');
const textsOf = (files: Files, prefix: string): string[] =>
  Object.entries(files).flatMap(([path, text]) => (path.startsWith(prefix) ? [text] : []));
const unique = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/** What the derivation says, beside what can be counted by simple means. */
async function compare(files: Files) {
  const { findings, artifacts } = await trace(files, traceConfig({ needs: [['operation'], ['feature']] }));
  const json = JSON.parse(artifacts?.find(({ path }) => path.endsWith('trace.json'))?.text ?? '{}') as {
    requirements: Record<string, { links: Record<string, unknown[]> }>;
  };
  const defined = Object.keys(json.requirements);
  const written = unique(textsOf(files, '.specs/').flatMap((text) => idsIn(withoutCode(text))));
  const operations = unique(textsOf(files, 'api/').flatMap(idsOfOperations));
  const dangling = (prefix: string): string[] =>
    unique(
      findings
        .filter(({ id, file: at }) => id === 'trace/dangling-id' && at.startsWith(prefix))
        .map(({ actual }) => actual ?? ''),
    );
  const without = (kind: string): string[] =>
    unique(
      findings
        .filter(({ id }) => id === `trace/requirement-without-${kind}`)
        .map(({ actual }) => actual ?? ''),
    );
  return { findings, json, defined, written, operations, dangling, without };
}

describe('a real project', () => {
  whenThere('specs and OpenAPI documents of one commit (9bca1508)', async () => {
    const files = {
      ...tree('spec-extract/repo/03-9bca1508/input/.specs', '.specs', '.md'),
      ...file('pact/03-9bca1508-control/openapi.yaml', 'api/control.yaml'),
      ...file('pact/04-9bca1508-data/openapi.yaml', 'api/data.yaml'),
      ...file('pact/04-9bca1508-data/pact.json', 'pacts/cli.json'),
    };
    const { defined, written, operations, dangling, without } = await compare(files);
    expect(defined).toEqual(written);
    expect(operations.length).toBeGreaterThan(5);
    expect(dangling('api/')).toEqual(operations.filter((id) => !written.includes(id)));
    expect(without('operation')).toEqual(written.filter((id) => !operations.includes(id)));
  });

  whenThere('specs and a feature of one commit (0e76fe95)', async () => {
    const files = {
      ...tree('links/0e76fe95/input/.specs', '.specs', '.md'),
      ...tree('bdd/01-0e76fe95-test-harness/input/tests/features', 'features', '.feature'),
    };
    const features = unique(textsOf(files, 'features/').flatMap(idsIn));
    const { written, dangling, without } = await compare(files);
    expect(dangling('features/')).toEqual(features.filter((id) => !written.includes(id)));
    expect(without('feature')).toEqual(written.filter((id) => !features.includes(id)));
  });

  whenThere('all layers, of the nearest commits', async () => {
    const tests = tree('bdd/06-5238fdea-test-harness/input/tests/features', '');
    const features = Object.fromEntries(
      Object.entries(tests).map(([path, text]) => [`features/${path.slice(1).replaceAll('/', '-')}`, text]),
    );
    const files = {
      ...tree('spec-extract/repo/13-cb7cf76a/input/.specs', '.specs', '.md'),
      ...features,
      ...file('pact/10-a17f7451-control/openapi.yaml', 'api/control.yaml'),
      ...file('pact/11-a17f7451-data/openapi.yaml', 'api/data.yaml'),
      ...file('pact/11-a17f7451-data/pact.json', 'pacts/cli.json'),
      ...file('metrics/04-39db1479/input/metrics.lint.json', 'metrics/metrics.lint.json'),
    };
    const { findings, defined, written, operations, dangling, without } = await compare(files);
    const named = unique(textsOf(features, 'features/').flatMap(idsIn));
    expect(defined.length).toBeGreaterThan(150);
    expect(findings.filter(({ id }) => /too-large|not-utf8|broken|invalid/.test(id))).toEqual([]);
    expect(dangling('api/')).toEqual(operations.filter((id) => !defined.includes(id)));
    expect(without('operation')).toEqual(defined.filter((id) => !operations.includes(id)));
    expect(dangling('features/')).toEqual(named.filter((id) => !defined.includes(id)));
    expect(dangling('features/').length).toBeGreaterThan(0);
    expect(dangling('.specs/')).toEqual(written.filter((id) => !defined.includes(id)));
  });
});
