import fc from 'fast-check';
import { codeBlock, codeSpan, escapeMarkdown, literalSpan } from './markdown';
import { table } from './table';

describe('escapeMarkdown', () => {
  it.each([
    ['a *b* `c` [d](e) <f> g|h', 'a \\*b\\* \\`c\\` \\[d\\](e) \\<f> g\\|h'],
    ['snake_case and _emphasis_', 'snake_case and \\_emphasis\\_'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['12. item', '12\\. item'],
    ['1.2.3 is a version', '1.2.3 is a version'],
    ['two\n  lines\twith tabs', 'two lines with tabs'],
    ['read-only ~/x ~~gone~~', 'read-only ~/x \\~~gone\\~~'],
    ['&lt; AT&T', '\\&lt; AT&T'],
    ['$HOME', '\\$HOME'],
    ['ask @someone, see #12', 'ask @<!-- -->someone, see #<!-- -->12'],
  ])('turns %j into %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

describe('codeSpan', () => {
  it.each([
    ['plain', '`plain`'],
    ['a `b` c', '``a `b` c``'],
    ['`a``', '``` `a`` ```'],
    ['', '`""`'],
    ['a\nb', '`a b`'],
  ])('turns %j into %j', (text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });

  it('is closed by nothing inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ') }), (text) => {
        const span = codeSpan(text);
        const fence = /^`+/.exec(span)?.[0].length ?? 0;
        const inner = span.slice(fence, -fence);
        const runs = (inner.match(/`+/g) ?? []).map((run) => run.length);
        expect(runs).not.toContain(fence);
        expect(span.endsWith('`'.repeat(fence))).toBe(true);
      }),
    );
  });
});

describe('literalSpan', () => {
  it.each([
    ["cd 'my  tool '", "`cd 'my  tool '`"],
    ['`a', '`` `a ``'],
    ['a``b', '`a``b`'],
    ['', '`""`'],
  ])('turns %j into %j', (text, expected) => {
    expect(literalSpan(text)).toBe(expected);
  });
});

describe('codeBlock', () => {
  it('is longer than any fence in it', () => {
    expect(codeBlock('a\r\n```\nb', 'text')).toBe('````text\na\n```\nb\n````');
  });
});

describe('table', () => {
  it('aligns columns of numbers to the right', () => {
    expect(table(['', 'n'], [['a', 1]])).toBe('|  | n |\n| --- | ---: |\n| a | 1 |');
  });
});
