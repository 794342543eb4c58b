import { toLines } from '../text/line';
import { findUsage, type UsageBlock } from './usage-block';

const find = (text: string): UsageBlock | undefined => findUsage(toLines(text));

describe('findUsage', () => {
  it.each([
    ['one line', 'About\n\nUsage: tool [OPTIONS]\n\nOptions:', ['tool [OPTIONS]']],
    ['several forms', 'Usage: tool [X]\n       tool sub\n\nOptions:', ['tool [X]', 'tool sub']],
    ['a label above', 'USAGE:\n    tool [X]\n    tool --list\n\nARGS:', ['tool [X]', 'tool --list']],
    [
      'a row right behind it',
      'usage: tool [X] [path ...]\n  -far string\n    \twhere\n',
      ['tool [X] [path ...]'],
    ],
    ['a label above and a gap', 'Usage:\n\n  tool [X]\n\nFlags:', ['tool [X]']],
    ['a label above lines at the margin', 'Usage:\ntool a\ntool b\n\nOptions:', ['tool a', 'tool b']],
    [
      'wrapped forms',
      'usage: tool [-h] [--first F]\n            [--second S]\n',
      ['tool [-h] [--first F] [--second S]'],
    ],
    [
      'alternatives',
      'Usage: cp [OPTION] A B\n  or:  cp [OPTION] A...\nCopies.',
      ['cp [OPTION] A B', 'cp [OPTION] A...'],
    ],
    ['the end of the text', 'Usage: tool', ['tool']],
    ['no colon', 'USAGE tool [OPTIONS]\n\nOPTIONS', ['tool [OPTIONS]']],
    ['a word above', 'Usage\n\n  $ tool run\n', ['tool run']],
    ['a prompt at the margin', 'Usage\n\n$ tool run\n\nOptions\n', ['tool run']],
    ['no name of a command', 'Tool\n\nUSAGE\n  $ tool\n\nCOMMANDS\n  usage:all  All\n', ['tool']],
  ])('reads %s', (_, text, forms) => {
    expect(find(text)?.forms).toEqual(forms);
  });

  it('keeps every line of the block and says where it is', () => {
    expect(find('a\nUsage: tool [-h]\n            [-x]\n\nb')).toEqual({
      start: 1,
      end: 3,
      lines: ['tool [-h]', '[-x]'],
      forms: ['tool [-h] [-x]'],
    });
  });

  it('stops before rows of a table that follow without a gap', () => {
    expect(find('Usage: tool [X]\n  -a, --all  All of it\n')?.lines).toEqual(['tool [X]']);
    expect(find('Usage: tool\nText at the margin')?.lines).toEqual(['tool']);
  });

  it('finds none where there is none', () => {
    expect(find('The usage of this tool is free.\n')).toBeUndefined();
    expect(find('Usage:\n')?.lines).toEqual([]);
    expect(find('')).toBeUndefined();
  });
});
