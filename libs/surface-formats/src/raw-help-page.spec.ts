import { createHash } from 'node:crypto';
import { hashedHelpPage, nestedHelpPage } from './raw-help-page';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

it('puts the page of the tool itself on top in either layout', () => {
  expect([nestedHelpPage([]), hashedHelpPage([])]).toEqual(['help.txt', 'help.txt']);
});

it('nests one directory a token', () => {
  expect(nestedHelpPage(['mcp', 'add'])).toBe('commands/mcp/add/help.txt');
});

describe('one directory a command', () => {
  it('is named by the tokens and the hash of the path', () => {
    expect(hashedHelpPage(['mcp', 'add'])).toBe(`commands/mcp-add__${sha256('mcp\u001fadd')}/help.txt`);
  });

  it('cuts the tokens at 40 bytes and then takes trailing dashes off', () => {
    const long = ['a'.repeat(38), '-', 'b'];
    expect(hashedHelpPage(long)).toBe(`commands/${'a'.repeat(38)}__${sha256(long.join('\u001f'))}/help.txt`);
    expect(hashedHelpPage(['x'.repeat(40), 'y'])).toContain(`commands/${'x'.repeat(40)}__`);
  });

  it('keeps dashes of a short name and never has an empty one', () => {
    expect(hashedHelpPage(['a-'])).toContain('commands/a-__');
    expect(hashedHelpPage(['-'.repeat(41)])).toContain('commands/cmd__');
  });
});
