import { toLines } from '../text/line';
import { readCommand, type Unit } from './unit-rows';
import { readRows, type Row } from './rows';

const read = (text: string, endsAtMargin = true): Row<Unit>[] =>
  readRows(toLines(text), {
    mayBegin: (line) => line.indent > 0 && line.indent <= 4,
    read: readCommand,
    endsAtMargin,
  });

describe('readRows', () => {
  it('gives a row the lines below it', () => {
    expect(read('  a  one\n     two\n\n     three\n  b\n')).toEqual([
      { unit: { kind: 'command', names: ['a'] }, description: 'one\ntwo\n\nthree' },
      { unit: { kind: 'command', names: ['b'] }, description: '' },
    ]);
  });

  it('takes nothing at or behind the description column for a row', () => {
    expect(read('  a  one\n     b\n').map((row) => row.description)).toEqual(['one\nb']);
    expect(read(' a  one\n    b\n').map((row) => row.description)).toEqual(['one\nb']);
  });

  it('gives a row no text that stands left of it or below it', () => {
    expect(read('  a  one\n  No row.\n     two\n').map((row) => row.description)).toEqual(['one']);
  });

  it('ends at text at the margin, or goes on after it', () => {
    const text = '\nNote\n  a  one\nNote: x\n  b  two\n';
    expect(read(text).map((row) => row.description)).toEqual(['one']);
    expect(read(text, false).map((row) => row.description)).toEqual(['one', 'two']);
  });

  it('keeps a paragraph apart from the first line', () => {
    expect(read('  a  one\n\n     two\n').map((row) => row.description)).toEqual(['one\n\ntwo']);
  });
});
