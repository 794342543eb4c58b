import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPorts } from '@fixpoint/workspace-io';
import { stepcheckDerivation } from './stepcheck-derivation';

/** Features and patterns of a real project, with what pickles of the official parser come to. */
const CASES = join(__dirname, '../../../../shared/data/contracts/bdd');
const names = existsSync(CASES) ? readdirSync(CASES) : [];
if (names.length === 0)
  process.stderr.write(`${CASES} is not there: the cases of a real project are skipped\n`);

interface Truth {
  readonly undefined: readonly string[];
  readonly ambiguous: readonly string[];
  readonly unused: number;
}

describe('features of a real project', () => {
  (names.length === 0 ? it.skip : it).each(names.length === 0 ? ['absent'] : names)('%s', async (name) => {
    const truth = JSON.parse(readFileSync(join(CASES, name, 'gherkin.json'), 'utf8')) as Truth;
    const steps = { features: ['input/**/*.feature'], definitions: [], patterns: 'steps.json' };
    const config = { root: '.', severity: {}, steps };
    const ports = createPorts({ root: join(CASES, name) });
    const collected = await stepcheckDerivation.collect(ports, config, { check: true });
    const findings = collected.ok
      ? (stepcheckDerivation.check?.(collected.value, config) ?? [])
      : collected.findings;
    const of = (id: string) =>
      findings.filter((finding) => finding.id === `stepcheck/${id}`).map(({ actual }) => actual);
    expect([of('undefined-step'), of('ambiguous-step'), of('unused-definition').length]).toEqual([
      truth.undefined,
      truth.ambiguous,
      truth.unused,
    ]);
    expect(findings).toHaveLength(truth.undefined.length + truth.ambiguous.length + truth.unused);
  });
});
