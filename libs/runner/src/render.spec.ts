import type { Verdict } from '@fixpoint/model';
import { FORMATS, renderVerdicts, withCommand } from './render';
import { findingOf } from './testing/families';

const VERDICT: Verdict = {
  target: 'validate',
  root: 'demo',
  outcome: 'drift',
  findings: [findingOf('union/artifact-stale', { fix: 'fixpoint union --root demo' })],
  drifts: [],
  written: [],
  removed: [],
  compared: 1,
};

describe('withCommand', () => {
  const asNpx = (fix: string) => withCommand(fix, 'npx fixpoint');

  it.each([
    ['fixpoint union --root demo', 'npx fixpoint union --root demo'],
    [
      'fixpoint snapshot --root a && fixpoint wrapper-coverage --root a',
      'npx fixpoint snapshot --root a && npx fixpoint wrapper-coverage --root a',
    ],
    ['npm install, or fixpoint acquire --root a', 'npm install, or npx fixpoint acquire --root a'],
    ['pin it with "fixpoint acquire --pin"', 'pin it with "npx fixpoint acquire --pin"'],
  ])('starts the command of this product: %s', (fix, pasteable) => expect(asNpx(fix)).toBe(pasteable));

  it.each([
    'npx fixpoint union --root demo',
    'npx nx run demo:union',
    'this is a defect of fixpoint',
    'edit libs/fixpoint union --root',
    'npm run --silent fixpoint -- union --root demo',
    'add @fixpoint/nx to nx.json',
  ])('leaves alone what is no such command: %s', (fix) => expect(asNpx(fix)).toBe(fix));
});

describe('renderVerdicts', () => {
  it.each(FORMATS)('prints %s, with fixes that can be pasted and the exit code of the outcome', (format) => {
    const { output, exitCode } = renderVerdicts([VERDICT], { format });
    expect(exitCode).toBe(1);
    expect(output).toContain('npx fixpoint union --root demo');
    expect(output.endsWith('\n')).toBe(true);
  });

  it('lets the reader say how the product is run', () => {
    const command = (fix: string) => withCommand(fix, 'npm run --silent fixpoint --');
    const { output } = renderVerdicts([VERDICT], { format: 'text', command });
    expect(output).toContain('npm run --silent fixpoint -- union --root demo');
    expect(output).not.toContain('npx');
  });

  it('colors only when asked to', () => {
    expect(renderVerdicts([VERDICT], { format: 'text' }).output).not.toContain('\u001b[');
    expect(renderVerdicts([VERDICT], { format: 'text', color: true }).output).toContain('\u001b[');
  });

  it('takes the gravest outcome of several', () => {
    const verdicts = (['clean', 'environment', 'usage'] as const).map((outcome) => ({ ...VERDICT, outcome }));
    expect(renderVerdicts(verdicts, { format: 'json' }).exitCode).toBe(3);
  });

  it('does not pass without any verdict', () => {
    expect(renderVerdicts([], { format: 'text' }).exitCode).toBe(2);
  });
});
