import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Manifest } from '@fixpoint/surface-formats';
import { memoryPorts } from '@fixpoint/testkit';
import { manifestOf } from './testing';
import { unionDerivation } from './union-derivation';

const DATA = join(__dirname, '../../../../../shared/data/parity');
const present = existsSync(DATA);
if (!present) console.info(`skipped: no parity cases at ${DATA}`);

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly version: string;
  readonly dir: string;
}

interface ReferenceRules {
  readonly union: {
    readonly required_target: string;
    readonly expected_targets: readonly string[];
    readonly platform_mapping: Readonly<Record<string, string>>;
  };
}

const cases = present
  ? (JSON.parse(readFileSync(join(DATA, 'index.json'), 'utf8')) as Case[]).filter(({ kind }) =>
      ['union', 'synthetic-union'].includes(kind),
    )
  : [];

function filesBelow(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function manifestFrom(rules: ReferenceRules): Manifest {
  const { required_target, expected_targets, platform_mapping } = rules.union;
  const targets = { required: required_target, expected: expected_targets, platforms: platform_mapping };
  return manifestOf(1, { targets, raw: { ...rules } });
}

async function derive({ dir, version }: Case) {
  const inputs = join(DATA, dir, 'inputs');
  const files = Object.fromEntries(
    filesBelow(inputs).map((file) => [relative(inputs, file), readFileSync(file)]),
  );
  const manifest = manifestFrom(JSON.parse(String(files['RULES.json'])) as ReferenceRules);
  const facts = await unionDerivation.collect(memoryPorts({ files }), manifest, { version, check: false });
  return facts.ok ? unionDerivation.derive(facts.value, manifest) : facts;
}

function blanked(text: string): string {
  return text.replace(/^ {2}"collected_at": ".*",$/m, '  "collected_at": "",');
}

(present ? describe : describe.skip)('parity of unions', () => {
  it('has cases of both kinds', () => {
    expect(new Set(cases.map(({ kind }) => kind)).size).toBe(2);
  });

  it.each(cases)('$id', async (one) => {
    const derived = await derive(one);
    const expected = join(DATA, one.dir, 'expected/union.json');
    if (!existsSync(expected)) return expect(derived.ok).toBe(false);
    if (!derived.ok) throw new Error(JSON.stringify(derived.findings));
    expect(derived.value.map(({ path }) => path)).toEqual([`snapshots/${one.version}/union.json`]);
    expect(blanked(derived.value[0]?.text ?? '')).toBe(blanked(readFileSync(expected, 'utf8')));
  });
});
