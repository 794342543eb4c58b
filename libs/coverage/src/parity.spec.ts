import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { memoryPorts } from '@fixpoint/testkit';
import type { Derivation, Derived } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { reportDerivation } from './report/report-derivation';
import { referenceManifest } from './test-support/manifest';
import { wrapperCoverageDerivation } from './wrapper-coverage/wrapper-coverage-derivation';

const DATA = join(__dirname, '../../../../shared/data/parity');

/** A recorded input → output case of the parity formats. */
interface ParityCase {
  readonly id: string;
  readonly kind: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string>>;
  /** Texts by path relative to the case's `inputs`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Texts by path relative to the case's `expected`. */
  readonly expected: Readonly<Record<string, string>>;
}

/** Whether the recorded cases are there; they are not part of this repository. */
function hasParityCases(): boolean {
  return existsSync(join(DATA, 'index.json'));
}

/** The recorded cases of some kinds. */
function parityCases(...kinds: readonly string[]): ParityCase[] {
  if (!hasParityCases()) return [];
  const index = JSON.parse(readFileSync(join(DATA, 'index.json'), 'utf8')) as {
    id: string;
    kind: string;
    version: string;
    dir: string;
  }[];
  return index
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, kind, version, dir }) => ({
      id,
      kind,
      version,
      env: readEnvironment(join(DATA, dir, 'meta.json')),
      inputs: readTree(join(DATA, dir, 'inputs')),
      expected: readTree(join(DATA, dir, 'expected')),
    }));
}

/** A document with its time blanked, as the cases are compared. */
function withoutTime(text: string): string {
  return text.replace(/^( {2}"generated_at": )".*"/m, '$1""');
}

function readEnvironment(file: string): Record<string, string> {
  const meta = JSON.parse(readFileSync(file, 'utf8')) as { env?: Record<string, string> };
  return meta.env ?? {};
}

function readTree(directory: string, prefix = ''): Record<string, string> {
  const entries = readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    if (statSync(path).isDirectory()) return Object.entries(readTree(path, `${prefix}${name}/`));
    return [[`${prefix}${name}`, readFileSync(path, 'utf8')] as const];
  });
  return Object.fromEntries(entries);
}

const SOURCE = 'declared.json';

async function run<Facts>(
  derivation: Derivation<Manifest, Facts>,
  { inputs, env, version }: ParityCase,
  manifest: Manifest,
): Promise<Derived> {
  const ports = memoryPorts({ files: inputs, env });
  const facts = await derivation.collect(ports, manifest, { check: false, version });
  return facts.ok ? derivation.derive(facts.value, manifest) : facts;
}

function rulesOf({ inputs }: ParityCase): Record<string, unknown> {
  return JSON.parse(inputs['RULES.json'] ?? '') as Record<string, unknown>;
}

function blanked(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, withoutTime(text)]));
}

const describeWithData = hasParityCases() ? describe : describe.skip;
if (!hasParityCases()) console.info('parity: ../shared/data/parity is not here, its cases are skipped');

describeWithData('recorded cases of rules version 1', () => {
  it('has cases to compare with', () => {
    expect(parityCases('wrapper').length).toBeGreaterThanOrEqual(5);
    expect(parityCases('report', 'synthetic-report').length).toBeGreaterThanOrEqual(16);
  });

  it.each(parityCases('wrapper').map((each) => [each.id, each] as const))('%s', async (_id, each) => {
    const { [`wrapper_coverage.json`]: declared = '', ...inputs } = each.inputs;
    const manifest = referenceManifest(rulesOf(each), { source: { kind: 'file', path: SOURCE } });
    const derived = await run(
      wrapperCoverageDerivation,
      { ...each, inputs: { ...inputs, [SOURCE]: declared } },
      manifest,
    );
    const texts = derived.ok ? Object.fromEntries(derived.value.map(({ path, text }) => [path, text])) : {};
    expect(derived.findings).toEqual([]);
    expect(texts).toEqual(each.expected);
  });

  it.each(parityCases('report', 'synthetic-report').map((each) => [each.id, each] as const))(
    '%s',
    async (_id, each) => {
      const derived = await run(reportDerivation, each, referenceManifest(rulesOf(each)));
      if (Object.keys(each.expected).some((path) => path.endsWith('.error.json'))) {
        expect(derived).toMatchObject({ ok: false, findings: [{ severity: 'error' }] });
        return;
      }
      expect(derived.findings).toEqual([]);
      const artifacts = derived.ok ? derived.value : [];
      const names = artifacts.map(({ path, text }) => [path.replace(/^reports\/[^/]+\//, ''), text]);
      expect(blanked(Object.fromEntries(names) as Record<string, string>)).toEqual(blanked(each.expected));
    },
  );
});
