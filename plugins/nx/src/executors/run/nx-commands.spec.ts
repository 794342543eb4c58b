import { contextOf } from '../../testing/contexts';
import { createOwnProject } from '../../testing/own-project';
import { toNxCommands } from './nx-commands';

const ROOT = 'cli_manifests/demo';
const PLACE = { project: 'demo', options: { root: ROOT }, context: contextOf() };

describe('toNxCommands', () => {
  it.each([
    [`fixpoint union --root ${ROOT}`, 'npx nx run demo:union'],
    [`fixpoint union --root ${ROOT} --version 1.2.3`, 'npx nx run demo:union --release=1.2.3'],
    [
      `fixpoint snapshot --root ${ROOT} --version 1.2.3 --target linux-x64 --binary bin/demo`,
      'npx nx run demo:snapshot --release=1.2.3 --triple=linux-x64 --binary=bin/demo',
    ],
    [
      `add it, then run: fixpoint wrapper-coverage --root ${ROOT}, or ask`,
      'add it, then run: npx nx run demo:wrapper-coverage, or ask',
    ],
    [
      `fixpoint snapshot --root ${ROOT} && fixpoint union --root ${ROOT}`,
      'npx nx run demo:snapshot && npx nx run demo:union',
    ],
  ])('%s', (fix, expected) => {
    expect(toNxCommands(PLACE)(fix)).toBe(expected);
  });

  it.each([
    [
      'another root',
      'fixpoint union --root cli_manifests/other',
      'npx fixpoint union --root cli_manifests/other',
    ],
    ['no target', `fixpoint acquire --root ${ROOT}`, `npx fixpoint acquire --root ${ROOT}`],
    [
      'an option without a counterpart',
      `fixpoint union --root ${ROOT} --format json`,
      `npx fixpoint union --root ${ROOT} --format json`,
    ],
  ])('leaves a command over %s to the command line', (_name, fix, expected) => {
    expect(toNxCommands(PLACE)(fix)).toBe(expected);
  });

  it.each([
    'git rm -- snapshots/x.json',
    'npm install',
    'pass --root to fixpoint',
    'npx fixpoint union --help',
  ])('does not touch "%s"', (fix) => {
    expect(toNxCommands(PLACE)(fix)).toBe(fix);
  });

  it('uses the names that targets have in this workspace', () => {
    const demo = createOwnProject('demo', { unionTargetName: 'cli:union' });
    const place = { ...PLACE, context: contextOf({ projects: { demo } }) };
    expect(toNxCommands(place)(`fixpoint union --root ${ROOT}`)).toBe('npx nx run demo:cli:union');
  });

  it('understands a quoted root and keeps quoted values', () => {
    const root = 'cli_manifests/my demo';
    const place = {
      project: 'demo',
      options: { root },
      context: contextOf({ projects: { demo: createOwnProject('my demo') } }),
    };
    expect(toNxCommands(place)(`fixpoint snapshot --root '${root}' --binary 'a b'`)).toBe(
      "npx nx run demo:snapshot --binary='a b'",
    );
  });
});
