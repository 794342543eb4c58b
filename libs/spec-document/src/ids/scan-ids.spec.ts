import fc from 'fast-check';
import { scanIds, scanText } from './scan-ids';

const PATTERN = '[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-\\d{3,5}';
const found = (text: string, ...patterns: string[]): string[] =>
  scanIds(text, patterns.length > 0 ? patterns : [PATTERN]).map(({ id }) => id);

describe('scanIds', () => {
  it.each([
    ['see ORCH-2002, OC-POLICY-SDK-4101.', ['ORCH-2002', 'OC-POLICY-SDK-4101']],
    ['(tests ORCH-3067)[ORCH-3068][ORCH-3069]', ['ORCH-3067', 'ORCH-3068', 'ORCH-3069']],
    ['A-100..102', ['A-100', 'A-101', 'A-102']],
    ['A-100..A-102)', ['A-100', 'A-101', 'A-102']],
    ['[A-100]–[A-102]', ['A-100', 'A-101', 'A-102']],
    ['A-100 … A-102', ['A-100', 'A-101', 'A-102']],
    ['A-100…101 A-200–201 A-300—A-301', ['A-100', 'A-101', 'A-200', 'A-201', 'A-300', 'A-301']],
    ['OC-X-6030..33', ['OC-X-6030', 'OC-X-6031', 'OC-X-6032', 'OC-X-6033']],
    ['A-099..101', ['A-099', 'A-100', 'A-101']],
    ['ORCH\u20113045/3050/3051', ['ORCH-3045', 'ORCH-3050', 'ORCH-3051']],
    ['A-100/24', ['A-100']],
    ['A-100..B-102', ['A-100', 'B-102']],
    ['A-100 – 3 things', ['A-100']],
    ['A-100..', ['A-100']],
    ['UTF-8 SHA-256 ISO-8601 RFC-2119 RFC\u20112119 HTTP-404 CVE-2021-44228 AES-256 ISO-IEC-27001', []],
    ['XORCH-200222 xORCH-2002 ORCH-2002x ORCH-2002_a ÄORCH-2002 ORCH-2002-B', []],
    ['ORCH-2002-based, pre-ORCH-2003, ORCH-2004—The', ['ORCH-2002', 'ORCH-2003', 'ORCH-2004']],
  ])('finds in %j the ids %j [FP-SPEC-004]', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it.each([
    ['XORCH-2002 X-ORCH-2002 ORCH-20022 ORCH-2002', ['ORCH-\\d{4}'], ['ORCH-2002']],
    ['RFC-2119', ['RFC-\\d{4}'], ['RFC-2119']],
    ['req_1 and REQ.12.3', ['req_\\d', 'REQ(?:\\.\\d+)+'], ['req_1', 'REQ.12.3']],
    ['A-1 A-12', ['A-1', 'A-12'], ['A-1', 'A-12']],
    ['A-1', ['('], []],
    ['A-1', ['x*'], []],
  ])('finds in %j, for %j, the ids %j', (text, patterns, ids) => {
    expect(found(text, ...patterns)).toEqual(ids);
  });

  it.each(
    [...'\u00AD\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D'].map((hyphen) => [
      (hyphen.codePointAt(0) ?? 0).toString(16),
      hyphen,
    ]),
  )('takes U+%s for a hyphen, and says so [FP-SPEC-005]', (_, hyphen) => {
    expect(scanIds(`a [OC${hyphen}X${hyphen}2003]`, [PATTERN])).toEqual([
      { id: 'OC-X-2003', offset: 3, length: 9, lookalike: true },
    ]);
  });

  it('gives members of a range its place', () => {
    expect(scanIds('x A-100..101', [PATTERN])).toEqual([
      { id: 'A-100', offset: 2, length: 10, lookalike: false },
      { id: 'A-101', offset: 2, length: 10, lookalike: false },
    ]);
  });

  it('gives the ends of a range that cannot be expanded', () => {
    const text = 'A-300..A-100 B-001..99999 C-100';
    expect(found(text)).toEqual(['A-300', 'A-100', 'B-001', 'B-99999', 'C-100']);
    expect(scanText(text, [PATTERN]).absurdRanges).toEqual([
      { text: 'A-300..A-100', offset: 0 },
      { text: 'B-001..99999', offset: 13 },
    ]);
  });

  it('is done with a large text of one word', () => {
    expect(found('A-'.repeat(500_000))).toEqual([]);
    expect(found(`${'A-100,'.repeat(20_000)}B-100`)).toHaveLength(20_001);
  });

  it('gives each id the place where it stands', () => {
    const piece = fc.constantFrom(
      'ORCH-2002',
      'OC-X-100..103',
      ' ',
      '.',
      'é😀',
      '[',
      ']',
      '\n',
      'x',
      '—',
      'B‑200/201',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        for (const { offset, length } of scanIds(text, [PATTERN]))
          expect(text.slice(offset, offset + length)).toMatch(/^[A-Z][^\s]*\d$/);
      }),
    );
  });
});
