import { readOne } from '../test-support';

/** Ids that a text defines with their lines, levels and texts, and those that it mentions. */
async function read(text: string): Promise<{ defined: string[]; mentioned: string[] }> {
  const { spec } = await readOne(text);
  return {
    defined: spec.requirements.map((one) => `${one.id}@${one.line} ${one.level} ${one.text}`),
    mentioned: spec.mentions.map(({ id }) => id),
  };
}

describe('definitions', () => {
  it.each([
    // At the end of a block, as most specs have it.
    ['* It **MUST** run. [A-100]', ['A-100@1 must It MUST run.']],
    ['It MUST run [A-100].', ['A-100@1 must It MUST run.']],
    ['Errors: [A-100]\n`X`, `Y`', ['A-100@1 info Errors: X, Y']],
    ['`GET /v1` → { a\\_b } [A-100]', ['A-100@1 info GET /v1 → { a_b }']],
    ['> It SHOULD run. **[A-100]**', ['A-100@1 should It SHOULD run.']],
    ['It MUST pass all tests [A-100]', ['A-100@1 must It MUST pass all tests']],
    // At the beginning.
    ['- [A-100] It MAY run', ['A-100@1 may It MAY run']],
    ['1. **[A-100]** — It MAY run', ['A-100@1 may It MAY run']],
    ['- [ ] [A-100]: it runs', ['A-100@1 info it runs']],
    ['[A-100]\nIt MUST run.', ['A-100@1 must It MUST run.']],
    // Several.
    ['x MUST y. [A-100][A-101]', ['A-100@1 must x MUST y.', 'A-101@1 must x MUST y.']],
    ['x MUST y. [A-100], [A-101]', ['A-100@1 must x MUST y.', 'A-101@1 must x MUST y.']],
    ['x. [A-100, A-101 & A-102]', ['A-100@1 info x.', 'A-101@1 info x.', 'A-102@1 info x.']],
    ['- [A-100..102] MUST z', ['A-100@1 must MUST z', 'A-101@1 must MUST z', 'A-102@1 must MUST z']],
    ['x MUST y. [A-100] U SHOULD v. [A-101]', ['A-100@1 must x MUST y.', 'A-101@1 should U SHOULD v.']],
    ['[A-100] x MUST y. [A-101] U SHOULD v.', ['A-100@1 must x MUST y.', 'A-101@1 should U SHOULD v.']],
    ['x MUST y [A-100]. U SHOULD v [A-101].', ['A-100@1 must x MUST y.', 'A-101@1 should U SHOULD v.']],
    ['x MUST y, as in [A-100]. U SHOULD v. [A-101]', ['A-101@1 must x MUST y, as in [A-100]. U SHOULD v.']],
    ['x is [A-100]. U SHOULD v. [A-101]', ['A-101@1 should x is [A-100]. U SHOULD v.']],
    ['x MUST y. [A-100] More of it.', ['A-100@1 must x MUST y. More of it.']],
    ['x MUST. [A-100]..[A-101]', ['A-100@1 must x MUST.', 'A-101@1 must x MUST.']],
    ['[A-100] x MUST. [A-101]', ['A-100@1 must x MUST.', 'A-101@1 must x MUST.']],
    ['x MUST. [A-100] [b] [A-101]', ['A-101@1 must x MUST. [A-100] [b]']],
    // Bare.
    ['A-100: it MUST run', ['A-100@1 must it MUST run']],
    ['A-100 — it runs', ['A-100@1 info it runs']],
    ['- A-100 It runs.', ['A-100@1 info It runs.']],
    ['- **A-100** it runs.', ['A-100@1 info it runs.']],
    [
      'A-100: x MUST y.\nA-101: U MAY v, as\nA-102 says.',
      ['A-100@1 must x MUST y.', 'A-101@2 may U MAY v, as A-102 says.'],
    ],
    ['**A-100** x.\\\n**A-101** u.', ['A-100@1 info x.', 'A-101@2 info u.']],
    // In an alert.
    ['> [!NOTE]\n> [A-100] it MUST run', ['A-100@2 must it MUST run']],
    // Headings.
    [
      '## A-100 Title\n\nIt MUST run.\n\n- and SHOULD stop\n\n## B\n\nno',
      ['A-100@1 must Title It MUST run. and SHOULD stop'],
    ],
    ['## 1.2 Title [A-100]\n\ntext\n\n### Sub\n\nmore', ['A-100@1 info 1.2 Title text more']],
    ['### A-100\n\nIt runs.\n\nB MUST. [A-101]', ['A-100@1 info It runs.', 'A-101@5 must B MUST.']],
    // An id alone in a paragraph.
    ['**[A-100]**\n\nIt MUST run.\n\nIt is nice.', ['A-100@1 must It MUST run.']],
    // Tables.
    ['| id | what | how |\n|-|-|-|\n| A-100 | it MUST | high |', ['A-100@3 must it MUST — high']],
    ['| what | ID |\n|-|-|\n| it MUST run | [A-100] |', ['A-100@3 must it MUST run']],
    ['| a | b |\n|-|-|\n| x MUST [A-100] | y MAY [A-101] |', ['A-100@3 must x MUST', 'A-101@3 may y MAY']],
    // Lists: children without ids belong to their parent.
    [
      '- [A-100] x MUST:\n  - a\n  - b SHOULD. [A-101]\n\n  more\n- c',
      ['A-100@1 must x MUST: a more', 'A-101@3 should b SHOULD.'],
    ],
  ])('are found in %j', async (text, defined) => {
    expect((await read(text)).defined).toEqual(defined);
  });

  it.each([
    'It runs (A-100).',
    'It runs ([A-100]).',
    'It runs as in [A-100].',
    'See [A-100]',
    'Related: [A-100], [A-101]',
    'Tests: [A-100]',
    'Requirement [A-100].',
    'The rule [A-100] says so.',
    'It is so. [A-100] says so.',
    '[A-100](#x) runs',
    'It runs. [A-100]\n\n[A-100]: https://example.org',
    'A-100 says that it runs.',
    'A-100 MUST be followed.',
    '- A-100 → `src/a.rs`',
    '- A-100/101/102 ↔ B',
    '- A-100..102 → B',
    '- A-100 — [a.md](a.md#x)',
    '- [A-100]\n- [A-101]',
    '| feature | A-100 |\n|-|-|\n| x | [A-101] |',
    '![A-100](x.png)',
  ])('are none in %j [FP-SPEC-001]', async (text) => {
    expect((await read(text)).defined).toEqual([]);
  });

  it.each([
    '`[A-100]` x',
    '```\n[A-100] x\n```',
    '    [A-100] x',
    '<!-- [A-100] x -->',
    '<div>\n[A-100] x\n</div>',
    '---\ntitle: "[A-100]"\n---',
    '~~[A-100] x~~',
    'x <code>A-100</code> y',
    'SHA-256, RFC-2119 and [ISO-8601]',
  ])('and mentions are none in %j [FP-SPEC-002]', async (text) => {
    expect(await read(text)).toEqual({ defined: [], mentioned: [] });
  });

  it('mentions what is only spoken of [FP-SPEC-001]', async () => {
    const text = 'x MUST as A-101 says, and [A-102](#y). [A-100]\n\n# On A-103\n\n`A-104` (A-105..106)';
    expect((await read(text)).mentioned).toEqual(['A-101', 'A-102', 'A-103', 'A-105', 'A-106']);
  });

  it('takes an id in a matrix for a mention where it is defined outside of tables', async () => {
    const text = '- **A-100** it MUST run\n\n| Req | By |\n|-|-|\n| A-100 | test |\n| A-101 | review |';
    expect(await read(text)).toEqual({
      defined: ['A-100@1 must it MUST run', 'A-101@6 info review'],
      mentioned: ['A-100'],
    });
  });

  it('takes a bare id for a mention where it stands in brackets elsewhere, and no key word follows', async () => {
    const text =
      '- x MUST. [A-100]\n- A-100: src/a.ts\n- A-100: it MUST not\n\n| A-100 | src |\n|-|-|\n| A-100 | x |\n';
    const { defined, mentioned } = await read(text);
    expect(defined).toEqual(['A-100@1 must x MUST.', 'A-100@3 must it MUST not']);
    expect(mentioned).toEqual(['A-100', 'A-100', 'A-100']);
  });
});
