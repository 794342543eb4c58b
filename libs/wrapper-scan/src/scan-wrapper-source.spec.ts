import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { compareFindings } from '@fixpoint/model';
import { scanWrapperSource, UNKNOWN_PROGRAM_NOTE, WRAPPER_SCAN_VERSION } from '.';
import type { SourceText, WrapperScan } from '.';

const FIXTURES = join(__dirname, '../fixtures');
const samples = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:[cm]?[jt]sx?)$/.test(entry.name) && entry.name !== 'deep.js')
  .map(({ parentPath, name }) => ({ path: name, text: readFileSync(join(parentPath, name), 'utf8') }));

const flagsOf = (scan: WrapperScan): string[] =>
  [...new Set(scan.uses.flatMap(({ key }) => key ?? []))].sort();
const scanText = (text: string, path = 'wrapper.ts'): WrapperScan =>
  scanWrapperSource([{ path, text }], { program: ['acme'] });

describe('scanWrapperSource', () => {
  it('has a version', () => {
    expect(WRAPPER_SCAN_VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('gives the same for any order of the files', () => {
    const files = samples.map(({ text }, index) => ({ path: `src/${index}.tsx`, text }));
    expect(scanWrapperSource([...files].reverse())).toEqual(scanWrapperSource(files));
  });

  it('has nothing to say about no files', () => {
    expect(scanWrapperSource([])).toEqual({ uses: [], dynamic: [], problems: [] });
  });

  it('reports every file that cannot be parsed, in order', () => {
    const { problems } = scanWrapperSource([
      { path: 'b.ts', text: 'const = 1;' },
      { path: 'a.js', text: '\n  }' },
    ]);
    expect(problems.map(({ id, file, position }) => [id, file, position])).toEqual([
      ['evidence/unparsable-source', 'a.js', { line: 2, column: 3 }],
      ['evidence/unparsable-source', 'b.ts', { line: 1, column: 7 }],
    ]);
    expect([...problems].sort(compareFindings)).toEqual(problems);
  });

  it('counts lines as editors do', () => {
    const text = "import { spawn } from 'child_process';\r\n\r\nspawn('acme', ['--one',\r\n\t'--two']);\r\n";
    expect(scanText(text).uses.map(({ key, places }) => [key, places])).toEqual([
      ['--one', [{ file: 'wrapper.ts', line: 3, column: 16 }]],
      ['--two', [{ file: 'wrapper.ts', line: 4, column: 2 }]],
    ]);
  });

  it('says where it is not certain that the program is the wrapped one', () => {
    const start = (program: string): string => `spawn(${program}, ['run', '--json']);\n`;
    const head = "import { spawn } from 'child_process';\nexport const run = (bin: string) => {\n";
    const notes = (text: string): unknown[] =>
      scanText(text).uses.flatMap(({ places }) => places.map(({ note }) => note));
    expect(notes(`${head}${start('bin')}}`)).toEqual([undefined, undefined]);
    const both = `${head}${start('bin')}${start("'acme'")}}`;
    expect(notes(both)).toEqual([UNKNOWN_PROGRAM_NOTE, undefined, UNKNOWN_PROGRAM_NOTE, undefined]);
  });

  it('ends on code that is nested deeper than the stack', () => {
    const deep = `${'['.repeat(50_000)}'--deep'${']'.repeat(50_000)}`;
    const scan = scanText(`import { spawn } from 'child_process';\nspawn('acme', ${deep}.flat(Infinity));`);
    expect(scan.problems.map(({ id, message }) => [id, message])).toEqual([
      ['evidence/unparsable-source', "The wrapper's source cannot be parsed: it is nested too deeply"],
    ]);
  });

  it('takes what is nested too deeply to be read for unknown', () => {
    const body = (index: number): string =>
      `${'if (x) {'.repeat(500)} args.push(...f${index + 1}(x)); ${'}'.repeat(500)}`;
    const functions = Array.from(
      { length: 11 },
      (_, index) => `function f${index}(x) { const args = []; ${body(index)} return args; }`,
    );
    const start = "spawn('acme', f0(1));\nspawn('acme', ['fine', '--fine']);";
    const scan = scanText(
      `import { spawn } from 'child_process';\n${start}\n${functions.join('\n')}`,
      'a.js',
    );
    expect(scan.dynamic).toEqual([{ file: 'a.js', line: 2, column: 15, note: 'unknown arguments: f0(1)' }]);
    expect(flagsOf(scan)).toEqual(['--fine']);
  });
});

const isPlace = (
  { path, text }: SourceText,
  { file, line, column }: WrapperScan['dynamic'][number],
): boolean =>
  file === path &&
  column >= 1 &&
  column <= (text.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1]?.length ?? -1) + 1;

describe('on arbitrary text', () => {
  const path = fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.mjs', 'a.cjs', 'a.md');
  const check = (file: SourceText): void => {
    const scan = scanWrapperSource([file], { program: ['acme'] });
    const places = [...scan.uses.flatMap((use) => use.places), ...scan.dynamic];
    expect(places.filter((place) => !isPlace(file, place))).toEqual([]);
  };

  it('never throws', () => {
    fc.assert(
      fc.property(path, fc.string({ unit: 'binary', maxLength: 200 }), (p, text) => check({ path: p, text })),
    );
  });

  it('never throws on source that was cut, repeated or put together at random', () => {
    const sample = fc.constantFrom(...samples);
    const cut = fc.tuple(fc.nat(2000), fc.nat(400));
    fc.assert(
      fc.property(path, sample, sample, cut, (p, one, other, [start, length]) => {
        const tokens = one.text.split(/(?<=[\s(),;{}[\]])/);
        const kept = tokens.filter(
          (_, index) => index < start % tokens.length || index > (start % tokens.length) + 2,
        );
        check({ path: p, text: kept.join('') });
        check({ path: p, text: one.text.slice(0, start) + other.text.slice(start, start + length) });
      }),
      { numRuns: 150 },
    );
  });
});

/** Ways to pass a flag, and ways to mention one without passing it. */
const PASSING: readonly ((flag: string) => string)[] = [
  (flag) => `args.push('${flag}');`,
  (flag) => `args.push("${flag}", String(value));`,
  (flag) => `if (value) args.push(\`${flag}=\${value}\`);`,
  (flag) => `args.push(...(value ? ['${flag}', value] : []));`,
  (flag) => `args = [...args, '${flag}'];`,
  (flag) => `args = args.concat(['${flag}', value]);`,
  (flag) => `for (const each of values) args.push('${flag}', each);`,
  (flag) => `values.forEach((each) => { args.push('${flag}', each); });`,
  (flag) => `args.push(...values.flatMap((each) => ['${flag}', each]));`,
  (flag) => `add(args, '${flag.slice(2)}');`,
  (flag) => `{ const flags = { it: '${flag}' }; args.push(flags.it); }`,
  (flag) => `switch (value) { case 'a': args.push('${flag}'); break; default: }`,
  (flag) => `value && args.unshift('${flag}');`,
];
const MENTIONING: readonly ((flag: string) => string)[] = [
  (flag) => `// args.push('${flag}');`,
  (flag) => `console.log('use ${flag}', '${flag}');`,
  (flag) => `if (!value) throw new Error('${flag}');`,
  (flag) => `{ const args: string[] = []; args.push('${flag}'); console.log(args); }`,
  (flag) => `spawn('git', ['${flag}']);`,
  (flag) => `const other${flag.slice(3)} = /${flag}/.test(value);`,
  (flag) => `env['${flag}'] = '${flag}';`,
];

describe('on programs that are put together at random', () => {
  const flags = fc.uniqueArray(fc.nat(9999), { minLength: 1, maxLength: 12 });
  const ways = fc.array(fc.tuple(fc.boolean(), fc.nat(99)), { minLength: 12, maxLength: 12 });

  it('finds the flags that are passed and no others', () => {
    fc.assert(
      fc.property(flags, ways, (numbers, choices) => {
        const lines = numbers.map((number, index) => {
          const [passes, which] = choices[index] as [boolean, number];
          const forms = passes ? PASSING : MENTIONING;
          const flag = `--f${number}`;
          return { flag, passes, line: (forms[which % forms.length] as (flag: string) => string)(flag) };
        });
        const text = [
          "import { spawn } from 'node:child_process';",
          'const add = (list: string[], name: string) => list.push(`--${name}`);',
          'export function run(value: string, values: string[], env: Record<string, string>) {',
          "  let args = ['run'];",
          ...lines.map(({ line }) => `  ${line}`),
          "  return spawn('acme', args, { env });",
          '}',
        ].join('\n');
        expect(flagsOf(scanText(text))).toEqual(
          lines.flatMap(({ flag, passes }) => (passes ? flag : [])).sort(),
        );
      }),
      { numRuns: 150 },
    );
  });
});
