import { quoteWord } from './quote-word';

it.each([
  ['mcp', 'mcp'],
  ['/usr/bin/a_b-1.2:c', '/usr/bin/a_b-1.2:c'],
  ['', ''],
  ['two words', '"two words"'],
  ['a=b', '"a=b"'],
  ['say "hi" \\', '"say \\"hi\\" \\\\"'],
  ["it's", '"it\'s"'],
  ['\t\n\r\0\u001b', '"\\t\\n\\r\\0\\u{1b}"'],
  ['caf\u00e9', '"caf\u00e9"'],
  ['a\u00a0b\u200b', '"a\\u{a0}b\\u{200b}"'],
  ['e\u0301\u{1f600}', '"e\\u{301}\u{1f600}"'],
])('%j stands as %s', (word, quoted) => expect(quoteWord(word)).toBe(quoted));
