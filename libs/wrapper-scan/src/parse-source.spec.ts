import { isSourcePath, parseSource, positionAt } from './parse-source';
import type { SourceFile } from './parse-source';

describe('isSourcePath', () => {
  it.each(['a.ts', 'a.tsx', 'a.mts', 'a.cts', 'a.js', 'a.jsx', 'a.mjs', 'a.cjs', 'b.d/a.ts', 'a.min.js'])(
    '%s',
    (path) => {
      expect(isSourcePath(path)).toBe(true);
    },
  );
  it.each(['a.d.ts', 'a.d.mts', 'a.js.map', 'a.json', 'README.md', 'ts', 'a.css'])('not %s', (path) => {
    expect(isSourcePath(path)).toBe(false);
  });
});

describe('parseSource', () => {
  it('keeps the text beside its tree', () => {
    const file = { path: 'a.mjs', text: 'export const a = 1;' };
    expect(parseSource(file)).toMatchObject({ ...file, ast: { type: 'File' } });
  });

  it('says where a file cannot be read, and what to do', () => {
    expect(parseSource({ path: 'src/a.ts', text: 'const a = [\n  1 2];' })).toEqual({
      id: 'evidence/unparsable-source',
      severity: 'error',
      message: 'The wrapper\'s source cannot be parsed: Unexpected token, expected ","',
      file: 'src/a.ts',
      position: { line: 2, column: 5 },
      fix: 'Correct the syntax of src/a.ts, or leave the file out of the evidence files in RULES.json',
    });
  });
});

describe('positionAt', () => {
  it('counts from one, at every kind of line end', () => {
    const file = parseSource({ path: 'a.js', text: 'a\nb\r\nc\u2028d' }) as SourceFile;
    expect([0, 2, 5, 7, 8].map((offset) => positionAt(file, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
    ]);
  });
});
