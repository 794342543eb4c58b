import { commandWithPlaceholdersReader, readPlainCommand } from './listed-command';
import { splitRow } from './row';

describe('a command list of plain names', () => {
  it.each([
    ['  exec  Run', 'exec'],
    ['  list    ', 'list'],
    ['  word', 'word'],
    ['  a-b_1 [x]  Text', 'a-b_1'],
    ['  help  Print this', 'help'],
    ['  two words', undefined],
    ['  a,  Text', undefined],
    ['  caf\u00e9  Text', undefined],
    ['  a|b  Text', undefined],
  ])('%j', (line, token) => expect(readPlainCommand(splitRow(line))).toBe(token));
});

describe('a command list of names with placeholders', () => {
  const read = commandWithPlaceholdersReader(['help', 'tool']);

  it.each([
    ['  serve [options]  Start', 'serve'],
    ['  add [options] <name> <url> [args...]  Add', 'add'],
    ['  add <a>, rest..., ,  Add', 'add'],
    ['  install|i [options] <plugin>  Install', 'install'],
    ['  list  List', 'list'],
    ['  help [command]  display help', undefined],
    ['  tool  Itself', undefined],
    ['  list', undefined],
    ['  list    ', undefined],
    ['  add --flag  Text', undefined],
    ['  add -...  Text', undefined],
    ['  add name  Text', undefined],
    ['  add. <x>  Text', undefined],
    ['  |alias  Text', undefined],
  ])('%j', (line, token) => expect(read(splitRow(line))).toBe(token));
});
