import { toLines } from '../text/line';
import { type AlignedRules, descriptionColumn, readAlignedRows } from './aligned-rows';

const rules: AlignedRules<string> = {
  read: (left, split) => (split || /^[a-z-]+(?: <\w+>)*$/.test(left) ? left : undefined),
};
const rows = (text: string, more: Partial<AlignedRules<string>> = {}): [string, string][] =>
  readAlignedRows(toLines(text), { ...rules, ...more }).map(({ unit, description }) => [unit, description]);

describe('rows with one description column', () => {
  it('take lines that do not keep to the column for the description above', () => {
    expect(
      rows(
        '  build <x>  Build it\n  List it now\n  -x  is meant\n  list       Show it\n             again\n',
      ),
    ).toEqual([
      ['build <x>', 'Build it\nList it now\n-x  is meant'],
      ['list', 'Show it\nagain'],
    ]);
  });

  it('may be longer than the column, or have no description', () => {
    expect(rows('  add <one> <two>\n      Add it\n  run     Run it\n  stop\n  wait    Wait\n')).toEqual([
      ['add <one> <two>', 'Add it'],
      ['run', 'Run it'],
      ['stop', ''],
      ['wait', 'Wait'],
    ]);
  });

  it('keep paragraphs, and end where other text begins behind a gap', () => {
    expect(
      rows(
        '  run   Run it\n\n        or not\n\n  More at https://example.com\n\n  stop  Stop it\n\nThe end\n',
      ),
    ).toEqual([
      ['run', 'Run it\n\nor not'],
      ['stop', 'Stop it'],
    ]);
  });

  it('may stand further right when they begin with two dashes', () => {
    const text = '  -a, --all   All\n      --some  Some\n';
    expect(rows(text, { shift: 4 }).map(([left]) => left)).toEqual(['-a, --all', '--some']);
    expect(rows(text)).toEqual([['-a, --all', 'All\n--some  Some']]);
  });

  it('show their column, the one that most of them have', () => {
    expect(descriptionColumn(toLines('  run   Run\n  stop  Stop\n  it  is so\n'), rules)).toBe(8);
    expect(descriptionColumn(toLines('  run\n'), rules)).toBeUndefined();
    expect(rows('  run    Run\n', { column: 8 })).toEqual([['run', 'Run']]);
  });
});
