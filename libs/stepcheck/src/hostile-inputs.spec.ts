import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { createPorts } from '@fixpoint/workspace-io';
import { runStepcheck, toldFindings } from './test-support';

const FEATURE = 'Feature: F\nScenario: s\n* a step\n';
const STEPS = `Given('a step', f);`;

describe('hostile inputs', () => {
  it('are a finding each, and the others are checked all the same [FP-STEP-005]', async () => {
    const latin = Uint8Array.from([0xff, 0xfe, 0x41]);
    const run = await runStepcheck({
      'a.feature': FEATURE,
      'b.feature':
        'Feature: F\n  Scenario: s\n    * a\n    nonsense\n  Scenario: t\n    * b\n    more nonsense\n',
      'c.feature': latin,
      'd.feature': `Feature: F\n${'x\n'.repeat(3_000_000)}`,
      'e.feature': '# language: xx\nFeature: F\n',
      'f.ts': STEPS,
      'g.ts': latin,
      'h.ts': 'Given(',
      'i.ts': `Given('never', f);`,
      'j.feature': 'Feature: F\nScenario: s\n* undefined\n',
    });
    // Nothing is called unused: a feature that could not be read may need it.
    expect(toldFindings(run)).toEqual([
      'invalid-feature b.feature:4:5',
      'invalid-feature b.feature:7:5',
      'not-utf8 c.feature',
      'too-large d.feature',
      'invalid-feature e.feature:1:1',
      'not-utf8 g.ts',
      'unparsable-definitions h.ts:1:7',
      'undefined-step j.feature:3:1 undefined',
    ]);
    expect(run.findings.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('do not mind %s', async (_, change) => {
    const run = await runStepcheck({
      'a.feature': change(FEATURE),
      'a.ts': change(`${STEPS}\nGiven('b', f);\n`),
    });
    expect(toldFindings(run)).toEqual([`unused-definition a.ts:2:1 'b'`]);
  });

  it('judge patterns that a backtracking search hangs on', async () => {
    const text = `${'a'.repeat(5_000)}!`;
    const patterns = ['/^(a+)+$/', '/^(a|a)*b/i', '/(.*)(.*)(.*)(.*)(.*)x/', `'{}{}{}{} {}{}{}x'`];
    const run = await runStepcheck({
      'a.feature': `Feature: F\nScenario: s\n* ${text}\n`,
      'a.ts': patterns.map((pattern) => `Given(${pattern}, f);`).join('\n'),
    });
    expect(toldFindings(run)).toEqual([
      `undefined-step a.feature:3:1 ${'a'.repeat(300)}…`,
      ...patterns.map((pattern, index) => `unused-definition a.ts:${index + 1}:1 ${pattern}`),
    ]);
  });

  it('are told in short', async () => {
    const step = `${'a'.repeat(299)}😀 <x>`;
    const feature = `Feature: F\nScenario: s\n* ${step}\nExamples:\n|x|\n|${'b'.repeat(2_000)}|\n`;
    const run = await runStepcheck({
      'a.feature': feature,
      'a.ts': `Given(/^never$/, f); Given(/^a+$/, f);`,
    });
    const [finding] = run.findings;
    expect(finding).toMatchObject({
      actual: `${'a'.repeat(299)}…`,
      fix: 'define the step:\n* … (a.feature:3)',
    });
    expect(finding?.message.length).toBeLessThan(400);
  });

  it('tell a pattern that nobody can judge, instead of calling its step undefined', async () => {
    const run = await runStepcheck({
      'a.feature': `Feature: F\nScenario: s\n* ${'a'.repeat(100)}!\n`,
      'a.ts': 'Given(/^(?=a)(a+)+$/, f);',
    });
    expect(toldFindings(run)).toEqual(['unsafe-pattern a.ts:1:1 /^(?=a)(a+)+$/']);
    expect(run.findings[0]?.severity).toBe('error');
  });

  const directory = tempDirectory();

  it('are told one by one where a symlink loops or leads away [FP-STEP-005]', async () => {
    directory.write('.git/HEAD', '');
    directory.write('root/a.feature', FEATURE);
    directory.write('root/a.ts', `${STEPS}\nGiven('never', f);`);
    symlinkSync('loop.feature', join(directory.path, 'root/loop.feature'));
    symlinkSync('/etc/hosts', join(directory.path, 'root/out.ts'));
    const run = await runStepcheck(createPorts({ root: join(directory.path, 'root') }));
    // What a feature that cannot be read may need is not called unused.
    expect(toldFindings(run)).toEqual(['unreadable loop.feature', 'unreadable out.ts']);
  });
});
