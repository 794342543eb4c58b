import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectGoldenDirectory } from '@fixpoint/testkit';
import { manifestOf } from '../test-support/manifest';
import { run } from '../test-support/run';
import { reportDerivation } from './report-derivation';

const FIXTURES = join(__dirname, '../../fixtures/reports');
const X64 = 'x86_64-unknown-linux-musl';
const ARM64 = 'aarch64-unknown-linux-musl';

it('writes the reports and the work queue of a real surface', async () => {
  const directory = join(FIXTURES, 'codex-exec');
  const inputs = ['wrapper_coverage.json', 'snapshots/0.169.0/union.json'];
  const files = Object.fromEntries(
    inputs.map((path) => [path, readFileSync(join(directory, 'input', path), 'utf8')]),
  );
  const manifest = manifestOf({
    targets: { required: X64, expected: [X64, ARM64], platforms: { [X64]: 'linux', [ARM64]: 'linux' } },
    exclusions: [
      { unit: 'flag', path: [], key: '--no-alt-screen', note: 'The screen is not the wrapper’s.' },
    ],
  });
  const { artifacts, findings } = await run(reportDerivation, { manifest, world: { files } });
  expect(findings).toEqual([]);
  expectGoldenDirectory(join(directory, 'expected'), artifacts);
});
