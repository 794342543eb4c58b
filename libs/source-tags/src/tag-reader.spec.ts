import type { SourceKind, TagRules } from './source-tag';
import { tagReader } from './tag-reader';

const RULES: TagRules = {
  ids: ['[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-[0-9]{3,}'],
  patterns: { code: [], test: [] },
};

const read = (file: string, text: string, kind: SourceKind = 'code', rules = RULES) =>
  tagReader(rules)({ file, text, kind });

/** Each tag as `line:column id kind name`, with the certainty where it is none. */
const told = (...args: Parameters<typeof read>): string[] =>
  read(...args).tags.map(
    ({ id, kind, name, position, certainty }) =>
      `${position.line}:${position.column} ${id} ${kind} ${name}${certainty === 'tag' ? '' : ` (${certainty})`}`,
  );

describe('tags in comments', () => {
  it.each<[string, string, string[]]>([
    ['a.ts', '// @req ORCH-2002\nfunction f() {}', ['1:9 ORCH-2002 code f']],
    [
      'a.ts',
      '/**\n * Text.\n * @requirement ORCH-2001, ORCH-2002\n */\nexport class Queue {}',
      ['3:17 ORCH-2001 code Queue', '3:28 ORCH-2002 code Queue'],
    ],
    [
      'a.ts',
      '/* Implements: ORCH-2001..2003 */ const x = 1;',
      ['1:16 ORCH-2001 code x', '1:16 ORCH-2002 code x (guess)', '1:16 ORCH-2003 code x'],
    ],
    [
      'a.ts',
      '// Verifies: ORCH-2002 and ORCH-2003 (not ORCH-2004)',
      ['1:14 ORCH-2002 test ', '1:28 ORCH-2003 test '],
    ],
    [
      'a.ts',
      '// Satisfies: ORCH-2001,\n//   ORCH-2002\nlet y;',
      ['1:15 ORCH-2001 code y', '2:6 ORCH-2002 code y'],
    ],
    [
      'a.ts',
      'x(); // see [impl->ORCH-2002], [utest->req~ORCH-2003~1]',
      ['1:20 ORCH-2002 code ', '1:44 ORCH-2003 test '],
    ],
    ['a.c', '/// \\satisfies ORCH-2002\nint f(int a) {', ['1:16 ORCH-2002 code f']],
    [
      'a.rs',
      "//! @req ORCH-2002\nfn f<'a>(x: &'a str) { let c = '\"'; } // Implements: ORCH-2003",
      ['1:10 ORCH-2002 code f', '2:54 ORCH-2003 code '],
    ],
    ['a.py', 'def f():\n    """Does it.\n\n    Implements: ORCH-2002\n    """\n', ['4:17 ORCH-2002 code ']],
    ['a.py', '# Implements: ORCH-2002\nasync def f(a):\n    pass\n', ['1:15 ORCH-2002 code f']],
    ['a.sql', "select '-- @req ORCH-2001', '''' -- @req ORCH-2002\n", ['1:42 ORCH-2002 code ']],
    [
      'a.lua',
      '--[[\n@req ORCH-2001\n]]\n-- @req ORCH-2002\nx = [[\n-- @req ORCH-2003 ]]',
      ['2:6 ORCH-2001 code ', '4:9 ORCH-2002 code '],
    ],
    [
      'a.hs',
      "{- {- -}\n@req ORCH-2001 -}\nf' = 1 -- @req ORCH-2002\n--> @req ORCH-2003",
      ['2:6 ORCH-2001 code ', '3:16 ORCH-2002 code '],
    ],
    [
      'a.html',
      '<p>@req ORCH-2001</p><!-- @req ORCH-2002 --><script>// @req ORCH-2003\n"<!-- @req ORCH-2004"</script>',
      ['1:32 ORCH-2002 code ', '1:61 ORCH-2003 code '],
    ],
    [
      'a.vue',
      '<template>// @req ORCH-2001</template>\n<style lang="scss">\n// @req ORCH-2002\n</style>',
      ['3:9 ORCH-2002 code '],
    ],
    ['Dockerfile', 'RUN echo "# @req ORCH-2001"\n  # @req ORCH-2002\n', ['2:10 ORCH-2002 code ']],
    ['a.yaml', 'a: "# @req ORCH-2001"\nb: x#y # @req ORCH-2002\n', ['2:15 ORCH-2002 code ']],
    [
      'a.sh',
      'x=${#a} # @req ORCH-2001\ncat <<EOF\n# @req ORCH-2002\nEOF\n# @req ORCH-2003\n',
      ['1:16 ORCH-2001 code ', '5:8 ORCH-2003 code '],
    ],
    [
      'a.rb',
      '=begin\n@req ORCH-2001\n=end\nx = "#{y # @req ORCH-2002\n} # @req ORCH-2003"',
      ['2:6 ORCH-2001 code ', '4:17 ORCH-2002 code '],
    ],
    ['a.rb', 'x = %q(# @req ORCH-2001) + %w[a # @req ORCH-2002] # @req ORCH-2003', ['1:58 ORCH-2003 code ']],
    ['a.tsx', 'x = <A b={c} />; // @req ORCH-2002', ['1:26 ORCH-2002 code ']],
    ['a.unknown', 'Implements: ORCH-2002', ['1:13 ORCH-2002 code ']],
  ])('%s %j', (file, text, expected) => {
    expect(told(file, text)).toEqual(expected);
  });

  it.each([
    ['a.ts', '// see ORCH-2002, which `@req ORCH-2003` would name'],
    ['a.ts', 'const s = "// @req ORCH-2002"; const t = `\n// @req ORCH-2002\n${"// @req ORCH-2002"}`;'],
    ['a.ts', 'const r = /\\/\\/ @req ORCH-2002/; const c = [/[/]\\/ @req ORCH-2002/];'],
    ['a.ts', 'const x = ORCH-2002;'],
    ['a.ts', 'function f() { return /[ //@req ORCH-2002]/; }'],
    ['a.rs', 'let s = r##"\n// @req ORCH-2002 "#\n// @req ORCH-2002"##;'],
    ['a.cpp', 'auto s = R"x(\n// @req ORCH-2002 )"\n)x";'],
    ['a.cs', 'var s = @"\n// @req ORCH-2002 ""\n// @req ORCH-2002";'],
    ['a.go', 'var s = `\n// @req ORCH-2002\n`'],
    ['a.py', 's = """\n# @req ORCH-2002\n"""'],
    ['a.kt', 'val s = """\n// @req ORCH-2002\n"""'],
    ['a.swift', 'let s = #"// @req ORCH-2002 " // @req ORCH-2002"#'],
  ])('finds none in %s %j', (file, text) => {
    expect(told(file, text)).toEqual([]);
  });

  it('goes on behind quotes that do not end on their line, and divisions', () => {
    expect(told('a.tsx', "<p>don't</p>;\n// @req ORCH-2002\na / b; c / d // @req ORCH-2003\n")).toEqual([
      '2:9 ORCH-2002 code ',
      '3:22 ORCH-2003 code ',
    ]);
  });

  it('says that a tag names nothing', () => {
    expect(read('a.ts', '/**\n * @req ORCH\n */').problems).toEqual([
      { kind: 'no-id', message: expect.any(String), position: { line: 2, column: 8 } },
    ]);
  });
});

describe('annotations', () => {
  it.each<[string, string, string[]]>([
    ['A.java', '@Requirement("ORCH-2002")\npublic void rejects(int a) {', ['1:15 ORCH-2002 code rejects']],
    [
      'A.java',
      '@Requirements({"ORCH-2001", "ORCH-2002"})\nclass A {}',
      ['1:17 ORCH-2001 code A', '1:30 ORCH-2002 code A'],
    ],
    ['A.java', '@Tag("ORCH-2002") @Test void a() {}', ['1:7 ORCH-2002 code a (mention)']],
    ['a.rs', '#[requirement("ORCH-2002")]\npub fn f() {}', ['1:16 ORCH-2002 code f']],
    [
      'a.cs',
      '[Requirement("ORCH-2002")]\n[Trait("Requirement", "ORCH-2003")]\npublic class A {',
      ['1:15 ORCH-2002 code A', '2:24 ORCH-2003 code A (mention)'],
    ],
    ['a.cs', '[Fact(Skip = ""), Trait("Requirement", "ORCH-2003")]', ['1:41 ORCH-2003 code  (mention)']],
    ['a.php', "#[Group('ORCH-2002')]\nfunction f() {}", ['1:10 ORCH-2002 code f (mention)']],
    ['a.py', '@pytest.mark.requirement("ORCH-2002")\ndef test_x():', ['1:27 ORCH-2002 code test_x']],
    ['a.php', "#[Requirement('ORCH-2002')]\nfunction f() {}", ['1:16 ORCH-2002 code f']],
    ['a.ts', '@verifies("ORCH-2002") class A {} // "@req(ORCH-2003)"', ['1:12 ORCH-2002 test A']],
    ['a.ts', '// @Requirement("ORCH-2002")\n"@Requirement(\'ORCH-2002\')"; requirement("ORCH-2002")', []],
  ])('%s %j', (file, text, expected) => {
    expect(told(file, text)).toEqual(expected);
  });
});

describe('tests', () => {
  it.each<[string, string, string[]]>([
    ['a.ts', "it('rejects [ORCH-2002]', () => {})", ['1:14 ORCH-2002 test rejects [ORCH-2002]']],
    ['a.ts', 'describe("ORCH-2002: queue", () => {})', ['1:11 ORCH-2002 test ORCH-2002: queue (mention)']],
    ['a.ts', "test.each([[1, ')']])('of %s [ORCH-2002]', f)", ['1:31 ORCH-2002 test of %s [ORCH-2002]']],
    [
      'a.ts',
      "it.each<[string, () => void]>([['(', f]])('x [ORCH-2002]', f)",
      ['1:47 ORCH-2002 test x [ORCH-2002]'],
    ],
    ['a.ts', 'it.each`a | b\n${1} | ${2}`(`x ${y} [ORCH-2002]`, f)', ['2:23 ORCH-2002 test x … [ORCH-2002]']],
    [
      'a.ts',
      "// Verifies: ORCH-2002\nit('works', () => { expect('ORCH-2003').toBe(x); }); y.it('ORCH-2004')",
      ['1:14 ORCH-2002 test works'],
    ],
    [
      'a_test.go',
      'func TestX(t *testing.T) { t.Run("ORCH-2002 full", f) }',
      ['1:35 ORCH-2002 test ORCH-2002 full (mention)'],
    ],
    [
      'a_test.go',
      'func TestORCH_2002_full(t *testing.T) {}',
      ['1:6 ORCH-2002 test TestORCH_2002_full (guess)', '1:6 TEST-ORCH-2002 test TestORCH_2002_full (guess)'],
    ],
    ['a.rs', '#[test]\nfn orch_2002_rejects() {}', ['2:4 ORCH-2002 test orch_2002_rejects (guess)']],
    [
      'test_a.py',
      'def test_ORCH_2002_x():',
      ['1:5 ORCH-2002 test test_ORCH_2002_x (guess)', '1:5 TEST-ORCH-2002 test test_ORCH_2002_x (guess)'],
    ],
    ['A.java', '@DisplayName("full [ORCH-2002]") void a() {}', ['1:21 ORCH-2002 test full [ORCH-2002]']],
    ['a.kt', '@Test fun `full ORCH-2002`() {}', ['1:17 ORCH-2002 test full ORCH-2002 (mention)']],
    ['a_spec.rb', "it 'full [ORCH-2002]' do\nend", ['1:11 ORCH-2002 test full [ORCH-2002]']],
    ['a.exs', 'test "full [ORCH-2002]" do', ['1:13 ORCH-2002 test full [ORCH-2002]']],
    ['a.cpp', 'TEST_CASE("full", "[ORCH-2002]") {', ['1:21 ORCH-2002 test [ORCH-2002]']],
    ['a.bats', '@test "full [ORCH-2002]" {', ['1:14 ORCH-2002 test full [ORCH-2002]']],
    ['a.cs', '[Fact(DisplayName = "full [ORCH-2002]")]', ['1:28 ORCH-2002 test full [ORCH-2002]']],
  ])('%s %j', (file, text, expected) => {
    expect(told(file, text, 'test')).toEqual(expected);
  });

  it.each([
    ["it.skip('x [ORCH-2001]', f); it('y [ORCH-2002]', f);", ['ORCH-2002']],
    ["xit('x [ORCH-2001]', f); it.todo('y [ORCH-2002]');", []],
    ["describe.skip('x', () => { it('y [ORCH-2001]', f); }); it.only('z [ORCH-2002]', f)", ['ORCH-2002']],
    ["it.skipIf(a)('x [ORCH-2001]', f)", ['ORCH-2001']],
    ["// Verifies: ORCH-2001\nit.skip('x', f);\n// Verifies: ORCH-2002\nit('y', f)", ['ORCH-2002']],
  ])('count where the test runs: %s', (text, ids) => {
    const { tags, problems } = read('a.spec.ts', text, 'test');
    expect(tags.map(({ id }) => id)).toEqual(ids);
    const skipped = ['ORCH-2001', 'ORCH-2002'].filter((id) => text.includes(id) && !ids.includes(id));
    expect(problems.map(({ kind, message }) => `${kind} ${message}`)).toEqual(
      skipped.map((id) => `skipped the test of ${id} never runs, so it does not count`),
    );
  });

  it('counts titles in files of tests only, and names that are marked as tests everywhere', () => {
    expect(told('a.ts', "it('[ORCH-2002]')")).toEqual([]);
    expect(told('a.rs', '#[tokio::test]\nasync fn orch_2002_x() {}\nfn orch_2003() {}')).toEqual([
      '2:10 ORCH-2002 test orch_2002_x (guess)',
    ]);
  });
});

describe('patterns of the user', () => {
  const rules = (pattern: string): TagRules => ({ ...RULES, patterns: { code: [pattern], test: [] } });

  it('finds them anywhere', () => {
    expect(told('a.ts', 'trace("ORCH-2001, ORCH-2002")', 'code', rules('trace\\("(?<ids>[^"]*)"'))).toEqual([
      '1:8 ORCH-2001 code ',
      '1:19 ORCH-2002 code ',
    ]);
  });

  it('says that one is too much work', () => {
    const { problems } = read('a.ts', 'a'.repeat(300_000), 'code', rules('a(?<ids>[^]*z)?'));
    expect(problems).toMatchObject([{ kind: 'too-much-work' }]);
  });

  it('ignores one that cannot be used', () => {
    expect(told('a.ts', '// @req ORCH-2002', 'code', rules('('))).toEqual(['1:9 ORCH-2002 code ']);
  });
});

describe('hostile input', () => {
  const SIZE = 100_000;
  it.each([
    ['quotes', `"'\``],
    ['escaped quotes', `'\\'\\`],
    ['slashes', '/[ ('],
    ['slashes and blanks', '/ '],
    ['comments', '/**/ /'],
    ['openings', '/*'],
    ['holes', '`${'],
    ['tests', 'it.'],
    ['calls', 'it('],
    ['each', 'test.each([])('],
    ['annotations', '@req('],
    ['attributes', '#[req('],
    ['blanks', '@req            '],
    ['blank lines', '\n // \n\t'],
    ['marks', '//*#*#*#'],
    ['tags', '// @req ORCH-2002,\n'],
    ['arrows', '// [impl->ORCH-2002\n'],
    ['names', 'fn a_1_2_3_4_5_6_7_8_9('],
    ['heredocs', '<<A1 <<B2\n'],
    ['raw strings', 'r#"'],
    ['classes', 'class @a(b) '],
    ['surrogates', '"\ud83d\ude00'],
    ['nothing', '\0'],
  ])('is done with much of %s in every language', (_, piece) => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length));
    const reader = tagReader(RULES);
    const slow = [
      'ts',
      'rs',
      'cpp',
      'cs',
      'py',
      'rb',
      'sh',
      'kt',
      'swift',
      'php',
      'hs',
      'html',
      'sql',
      'x',
    ].filter((ending) => {
      const before = performance.now();
      reader({ file: `a.${ending}`, text: `// @req x -> tests:\n${text}`, kind: 'test' });
      return performance.now() - before > 4_000;
    });
    expect(slow).toEqual([]);
  });

  it('refuses a file that nobody has written', () => {
    expect(read('a.ts', ' '.repeat(5 * 1024 * 1024 + 1)).problems).toMatchObject([{ kind: 'too-large' }]);
  });
});
