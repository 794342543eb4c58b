import { fuzzHelp, makeInput } from './fuzz-help';

const PAGES = [
  Buffer.from('Usage: demo [OPTIONS] <FILE>\n\nOptions:\n  -v, --verbose  More\n'),
  Buffer.from('usage: demo [-h] {a,b}\n\noptions:\n  -h, --help  show this help message and exit\n'),
];

function run(inputs: number) {
  let left = inputs;
  let now = 0;
  return fuzzHelp({ pages: PAGES, firstSeed: 1, isOver: () => left-- === 0, clock: () => now++ });
}

describe('the fuzzer of help pages', () => {
  it('makes the same input from the same seed, and others from others', () => {
    const inputs = Array.from({ length: 50 }, (_, seed) => makeInput(PAGES, seed).toString('latin1'));
    expect(inputs).toEqual(
      Array.from({ length: 50 }, (_, seed) => makeInput(PAGES, seed).toString('latin1')),
    );
    expect(new Set(inputs).size).toBeGreaterThan(40);
  });

  it('finds no crash in its first inputs', () => {
    expect(run(2000)).toMatchObject({ inputs: 2000, crashes: [], slowest: { ms: 1 } });
  });

  it('reports a crash with its seed', () => {
    const parse = jest.spyOn(JSON, 'stringify').mockImplementation(() => {
      throw new Error('no');
    });
    const { crashes } = run(2);
    parse.mockRestore();
    expect(crashes.map(({ seed, dialect }) => [seed, dialect])).toEqual([
      [1, 'clap'],
      [2, 'auto'],
    ]);
  });
});
