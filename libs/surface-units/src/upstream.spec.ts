import { LINUX, MACOS, unionOf } from '@fixpoint/testkit';
import { spellingsOf, Upstream } from './upstream';

const UNION = unionOf({
  'exec resume': { aliases: ['r'], flags: ['--last'] },
  '': {
    usage: 'tool [OPTIONS]',
    flags: [
      { key: '--model', long: '--model', short: '-m', available_on: [LINUX, MACOS] },
      { key: '-x', short: '-x' },
    ],
  },
  exec: {
    aliases: ['e'],
    available_on: [LINUX],
    folded_flags: ['--model'],
    flags: [{ key: '--json', aliases: ['--experimental-json'] }],
  },
  secret: { hidden: true, flags: ['--y'], args: ['A'], folded_flags: ['--model'] },
});
const ALL = { hidden: true, aliases: true, foldedFlags: true };

describe('Upstream', () => {
  const upstream = new Upstream(UNION, ALL);
  const flag = (path: string, name: string) => ({
    kind: 'flag' as const,
    path: path === '' ? [] : path.split(' '),
    name,
  });

  it('has its commands in path order', () => {
    expect(upstream.commands.map(({ unit }) => unit.path.join(' '))).toEqual([
      '',
      'exec',
      'exec resume',
      'secret',
    ]);
  });

  it('gives units their own names', () => {
    const command = { kind: 'command', path: ['e', 'r'], name: '' } as const;
    expect(upstream.canonical(command).path).toEqual(['exec', 'resume']);
    expect(upstream.canonical(flag('e', '--experimental-json'))).toEqual(flag('exec', '--json'));
    expect(upstream.canonical(flag('e', '-m'))).toEqual(flag('exec', '--model'));
    expect(upstream.canonical(flag('e', '--none'))).toEqual(flag('exec', '--none'));
    expect(upstream.canonical(flag('none', '-m'))).toEqual(flag('none', '-m'));
  });

  it('finds a folded flag at the root, where both are available', () => {
    expect(upstream.find(flag('exec', '--model'))).toBeUndefined();
    expect(upstream.counterpart(flag('exec', '--model'))).toMatchObject({ path: [], availableOn: [LINUX] });
    expect(upstream.counterpart(flag('exec', '-x'))).toBeUndefined();
    expect(upstream.counterpart(flag('secret', '--model'))).toMatchObject({ hidden: true });
  });

  it('hides everything below a hidden command', () => {
    expect(upstream.find(flag('secret', '--y'))?.hidden).toBe(true);
    expect(upstream.find({ kind: 'arg', path: ['secret'], name: 'A' })?.hidden).toBe(true);
    expect(upstream.find(flag('exec', '--json'))?.hidden).toBe(false);
  });

  it('reads nothing into a union that the rules do not', () => {
    const plain = new Upstream(UNION, { hidden: false, aliases: false, foldedFlags: false });
    expect(plain.canonical(flag('e', '-m'))).toEqual(flag('e', '-m'));
    expect(plain.counterpart(flag('exec', '--model'))).toBeUndefined();
    expect(plain.find(flag('secret', '--y'))?.hidden).toBe(false);
  });

  it('knows the spellings of a flag and the name of the program', () => {
    const model = upstream.find(flag('', '--model'));
    expect(model && new Set(spellingsOf(model))).toEqual(new Set(['--model', '-m']));
    expect(upstream.programName()).toBe('tool');
    expect(new Upstream(unionOf({ a: {} }), ALL).programName()).toBeUndefined();
    expect(new Upstream(unionOf({ '': { usage: '<TOOL> x' } }), ALL).programName()).toBeUndefined();
  });
});
