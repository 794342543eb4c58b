import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectGoldenDirectory, memoryPorts } from '@fixpoint/testkit';
import { checkSnapshot } from '../validate-snapshot';
import { LINUX, MAC, manifestOf } from './testing';
import { unionDerivation } from './union-derivation';

// Pages of Codex 0.169.0, cut down; the second target is edited so that the two differ.
const CASE = join(__dirname, '../../fixtures/union/platform-differences');
const VERSION = '0.169.0';
const SNAPSHOTS = `snapshots/${VERSION}`;

const files = Object.fromEntries(
  readdirSync(join(CASE, 'input', SNAPSHOTS)).map((name) => [
    `${SNAPSHOTS}/${name}`,
    readFileSync(join(CASE, 'input', SNAPSHOTS, name), 'utf8'),
  ]),
);

describe('the union of two targets that differ', () => {
  it('is the golden', async () => {
    const manifest = manifestOf(2);
    const facts = await unionDerivation.collect(memoryPorts({ files }), manifest, { check: true });
    const derived = facts.ok ? unionDerivation.derive(facts.value, manifest) : facts;
    if (!derived.ok) throw new Error(JSON.stringify(derived.findings));
    expectGoldenDirectory(join(CASE, 'expected'), derived.value);
  });

  it.each([LINUX, MAC])('is made of a snapshot without findings (%s)', (target) => {
    const file = `${SNAPSHOTS}/${target}.json`;
    expect(checkSnapshot(files[file], { file, target, version: VERSION }, manifestOf(2))).toEqual([]);
  });
});
