import { applySupplement } from './supplement';
import type { ReferenceSupplementCommand } from './supplement';

const apply = (...commands: Omit<ReferenceSupplementCommand, 'note'>[]) =>
  applySupplement(
    [
      { path: [], usage: 'u', flags: [] },
      { path: ['b'], usage: 'x', platforms: ['linux'] },
    ],
    { version: 1, commands: commands.map((command) => ({ ...command, note: 'why' })) },
  );

it('changes nothing without a supplement', () => {
  expect(applySupplement([{ path: [] }], undefined)).toEqual({ entries: [{ path: [] }], omissions: [] });
});

it('adds bare entries in path order', () => {
  const { entries, omissions } = apply({ path: ['c'] }, { path: ['a', 'x'], platforms: ['windows'] });
  expect(entries.map(({ path }) => path)).toEqual([[], ['a', 'x'], ['b'], ['c']]);
  expect(entries[1]).toEqual({ path: ['a', 'x'], platforms: ['windows'] });
  expect(entries[3]).toEqual({ path: ['c'] });
  expect(omissions).toEqual(['supplement/commands.json:v1:a x', 'supplement/commands.json:v1:c']);
});

it('overwrites platforms that differ, at their place in the record', () => {
  const { entries, omissions } = apply(
    { path: ['b'], platforms: ['macos', 'linux'] },
    { path: [], platforms: ['linux'] },
  );
  expect(JSON.stringify(entries)).toBe(
    '[{"path":[],"usage":"u","platforms":["linux"]},{"path":["b"],"usage":"x","platforms":["macos","linux"]}]',
  );
  expect(omissions).toEqual(['supplement/commands.json:v1:', 'supplement/commands.json:v1:b']);
});

it('records nothing for what is there already', () => {
  expect(apply({ path: ['b'] }, { path: ['b'], platforms: ['linux'] }, { path: [] }).omissions).toEqual([]);
});

it('names a path once', () => {
  const { entries, omissions } = apply({ path: ['z'] }, { path: ['z'], platforms: ['linux'] });
  expect(entries.at(-1)).toEqual({ path: ['z'], platforms: ['linux'] });
  expect(omissions).toEqual(['supplement/commands.json:v1:z']);
});
