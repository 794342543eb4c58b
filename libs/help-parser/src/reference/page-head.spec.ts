import { readPageHead } from './page-head';

const head = (...lines: string[]) => readPageHead(lines);

describe('usage', () => {
  it('is the first labelled line in any case and at any indentation', () => {
    expect(head('Tool', '', '  USAGE:  tool [OPTIONS] ', 'Usage: other').usage).toBe('tool [OPTIONS]');
  });

  it('goes on while lines are indented, each trimmed', () => {
    expect(head('Usage: a', '  b ', '\tc', 'd', '  e').usage).toBe('a\nb\nc');
    expect(head('Usage: a', '  b', '   ', '  c').usage).toBe('a\nb');
    expect(head('Usage:', '  a', '  b').usage).toBe('a\nb');
  });

  it('ends before an indented header with colon, but not before one without or an unknown one', () => {
    expect(head('Usage: a', '  Options:', '  -x').usage).toBe('a');
    expect(head('Usage: a', '  FLAGS::', '  -x').usage).toBe('a');
    expect(head('Usage: a', '  Options', '  Examples:', '  -x').usage).toBe('a\nOptions\nExamples:\n-x');
  });

  it('is absent without a label and when nothing is collected', () => {
    expect(head('Tool', 'usage tool').usage).toBeUndefined();
    expect(head('Usage:', '', '  a').usage).toBeUndefined();
    expect(head().usage).toBeUndefined();
  });
});

describe('about', () => {
  it('is what stands between the first line and the usage, without blank lines', () => {
    expect(head('', 'Title', ' One. ', '', '\u00a0Two.', 'Usage: a', 'Three').about).toBe('One.\nTwo.');
  });

  it('loses the only line before the usage', () => {
    expect(head('Do a thing', '', 'Usage: a').about).toBeUndefined();
  });

  it('never comes from a page that begins with its usage', () => {
    expect(head('Usage: a', '', 'Do a thing', '', 'Options:').about).toBeUndefined();
  });

  it('is the whole rest of a page without usage', () => {
    expect(head('Title', 'One', 'Options:', '  -x').about).toBe('One\nOptions:\n-x');
    expect(head(' ', '').about).toBeUndefined();
  });

  it('ends at a usage line from which nothing is collected', () => {
    expect(head('Title', 'One', 'Usage:', '', 'Two')).toEqual({ about: 'One', usage: undefined });
  });
});
