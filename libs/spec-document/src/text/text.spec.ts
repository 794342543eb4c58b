import fc from 'fast-check';
import { keyWordsIn, levelOf, lowerCaseWordsIn } from './key-words';
import { sentencesOf } from './sentences';
import { cleanText, cutTitle } from './title';

describe('sentencesOf', () => {
  it.each([
    ['A is. B is! C is? D', ['A is.', 'B is!', 'C is?', 'D']],
    ['Use x, e.g. Foo, i.e. Bar vs. Baz. Then go.', ['Use x, e.g. Foo, i.e. Bar vs. Baz.', 'Then go.']],
    ['It is 1.5 s. 2 more.', ['It is 1.5 s.', '2 more.']],
    ['a and so on, etc. The end', ['a and so on, etc.', 'The end']],
    ['He (see B.) said. "Go." Yes', ['He (see B.) said.', '"Go."', 'Yes']],
    ['1. First. 2. Second', ['1. First.', '2. Second']],
    ['stop. lower case goes on... Really', ['stop. lower case goes on...', 'Really']],
    ['Über. Äpfel', ['Über.', 'Äpfel']],
    ['x.\uFFFC\uFFFC. \uFFFC is', ['x.\uFFFC\uFFFC.', '\uFFFC is']],
    ['  ', []],
  ])('splits %j', (text, sentences) => {
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });

  it('loses nothing but blanks', () => {
    const piece = fc.constantFrom('A', 'b', '. ', '! ', 'e.g. ', ' ', '1.2', '"', '\uFFFC', '…');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const all = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
        expect(all.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('keyWordsIn', () => {
  it.each([
    ['It MUST run, MUST NOT stop, and SHOULD  NOT wait', ['MUST', 'MUST NOT', 'SHOULD NOT'], 'must'],
    ['x is REQUIRED', ['REQUIRED'], 'must'],
    ['x SHALL NOT', ['SHALL NOT'], 'must'],
    ['x is NOT RECOMMENDED', ['NOT RECOMMENDED'], 'should'],
    ['x is RECOMMENDED and MAY be', ['RECOMMENDED', 'MAY'], 'should'],
    ['x is OPTIONAL', ['OPTIONAL'], 'may'],
    ['x is not REQUIRED, NOT OPTIONAL', [], 'info'],
    ['mustard must should Must MUSTER MUST_X X-MUST', [], 'info'],
    ['the words "MUST" and “SHOULD NOT”', [], 'info'],
    ['RFC 2119 (MUST/SHOULD/MAY)', [], 'info'],
    ['The key words MUST, SHOULD, and MAY are to be read so', [], 'info'],
    ['x MUST and SHOULD', ['MUST', 'SHOULD'], 'must'],
    ['(MUST) MUST: MUST, x', ['MUST', 'MUST', 'MUST'], 'must'],
  ])('finds in %j the words %j [FP-SPEC-003]', (text, words, level) => {
    const found = keyWordsIn(text).map(({ word }) => word);
    expect([found, levelOf(found)]).toEqual([words, level]);
  });

  it('finds modal verbs in lower case', () => {
    const found = lowerCaseWordsIn(
      'It must not; Must x. may, should "must" mustard required, MUST not, MUST NOT',
    );
    expect(found.map(({ word }) => word)).toEqual(['must not', 'Must', 'may', 'should', 'MUST not']);
  });
});

describe('titles', () => {
  it.each([
    ['a [] b () c ( & ) d', 'a b c d'],
    [' — : a  b .', 'a b.'],
    ['-1 is less', '-1 is less'],
    ['[x] done', 'done'],
    ['a —', 'a'],
  ])('are cleaned: %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('are cut at a word [FP-SPEC-007]', () => {
    expect(cutTitle('word '.repeat(30).trim())).toBe(`${'word '.repeat(24).trim()}…`);
    expect(cutTitle(`${'x'.repeat(59)} ${'y'.repeat(60)}`)).toBe(`${'x'.repeat(59)} ${'y'.repeat(60)}`);
  });

  it('are never cut in a character, and never longer than 120 of them [FP-SPEC-007]', () => {
    const family = '👨‍👩‍👧';
    expect(cutTitle(family.repeat(121))).toBe(`${family.repeat(119)}…`);
    const unit = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3 }), fc.constantFrom(' ', family, 'é'));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 60, maxLength: 200 }), (units) => {
        const text = cleanText(units.join(''));
        const title = cutTitle(text);
        const split = (words: string) =>
          [...new Intl.Segmenter('en').segment(words)].map(({ segment }) => segment);
        expect(split(title).length).toBeLessThanOrEqual(120);
        if (title !== text) expect(text.startsWith(title.slice(0, -1))).toBe(true);
      }),
    );
  });
});
