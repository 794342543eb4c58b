import { referenceTool } from './reference-tool';
import { parseReferenceVersion } from './reference-version';

const subcommand = referenceTool({ tool: 'tool-cli', program: 'tool', helpForm: 'subcommand' });
const flag = referenceTool({ tool: 'tool-cli', program: 'tool', helpForm: 'flag' });
const read = (text: string) => parseReferenceVersion(text, subcommand);

it('keeps the trimmed output', () => {
  expect(read('\u0085 tool 1.2.3\nsecond \n').version_output).toBe('tool 1.2.3\nsecond');
});

it.each([
  ['tool 0.104.0', '0.104.0'],
  ['v01.2.3.4', '01.2.3'],
  ['1.2.3-beta.1+build.5', '1.2.3-beta.1'],
  ['1.2.3+build-5_x', '1.2.3+build-5'],
  ['1.2.3-', '1.2.3'],
  ['a 1.2 b 3.4.5', '3.4.5'],
  ['\u0661.2.3', '\u0661.2.3'],
])('%j: the first version is %s', (text, version) => expect(read(text).semantic_version).toBe(version));

it.each([
  ['1.2.3', 'stable'],
  ['1.2.3-beta.nightly', 'nightly'],
  ['1.2.3-rc.beta2', 'beta'],
  ['1.2.3-alpha nightly', 'stable'],
])('%j: the channel is %s', (text, channel) => expect(read(text).channel).toBe(channel));

it.each([
  ['tool 1.2.3 (abcdef1)', 'abcdef1'],
  ['tool 1.2.3 ABCDEF12 1234567', 'ABCDEF12'],
  ['build 20260101', '20260101'],
  ['1.2.3-1234567', '1234567'],
  [`1.2.3 ${'a'.repeat(40)}`, 'a'.repeat(40)],
  [`1.2.3 ${'a'.repeat(41)}`, undefined],
  ['1.2.3 abcdef', undefined],
  ['1.2.3 x1234567 1234567_ \u00e91234567 gabcdef1', undefined],
])('%j: the commit is %s', (text, commit) => expect(read(text).commit).toBe(commit));

it('says nothing of what is not there', () => {
  expect(Object.keys(read('unknown'))).toEqual(['version_output']);
  expect(Object.keys(read('1.2.3 abcdef1'))).toEqual([
    'version_output',
    'semantic_version',
    'channel',
    'commit',
  ]);
});

it('has neither channel nor commit in the flag form', () => {
  expect(parseReferenceVersion('1.2.3-beta abcdef1', flag)).toEqual({
    version_output: '1.2.3-beta abcdef1',
    semantic_version: '1.2.3-beta',
  });
});
