import { parseScript } from './parse-script';

describe('parseScript', () => {
  it.each([
    ['a.js', 'const a: string = "typed";'],
    ['a.js', '// @flow\nconst a = (b: any);'],
    ['a.js', 'export const a = <p>text</p>;'],
    ['a.tsx', 'const a = <T,>(b: T) => <p>{b}</p>;'],
    ['a.ts', 'const a = <T,>(b: T) => <unknown>b;'],
    ['a.cts', 'import a = require("a"); export = a;'],
    ['a.mjs', '#!/usr/bin/env node\nawait import("a");'],
    ['a.js', 'return; with (a) b; let c; let c;'],
    ['a.js', '\ufeff"use strict";'],
  ])('reads %s: %s', (path, text) => {
    expect(parseScript(path, text)).toMatchObject({ file: { type: 'File' } });
  });

  it('says why and where there is no tree', () => {
    expect(parseScript('a.ts', 'const a = [\n  1 2];')).toEqual({
      problem: 'Unexpected token, expected ","',
      position: { line: 2, column: 5 },
    });
  });

  it('says so where code is nested too deeply', () => {
    const { problem } = parseScript('a.js', '('.repeat(100_000)) as { problem: string };
    expect(problem).toBe('it is nested too deeply');
  });
});
