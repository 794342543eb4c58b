import { tagReader } from './tag-reader';

const read = tagReader({ ids: ['[A-Z]+-[0-9]{3,}'], patterns: { code: [], test: [] } });

/** The ids that count, and behind `|` those of tests that never run. */
function told(file: string, text: string): string {
  const { tags, problems } = read({ file, text, kind: 'test' });
  const skipped = problems.map(({ message }) => /the test of (\S+) never runs/.exec(message)?.[1] ?? message);
  return [tags.map(({ id }) => id).join(' '), skipped.join(' ')].join('|');
}

describe('tests that never run', () => {
  it.each([
    // Python: a function, a class, a file; what has a condition may run.
    [
      'a_test.py',
      '# Verifies: A-100\n@pytest.mark.skip(reason="x")\n@other\ndef test_a(\n  a,\n):\n  # Verifies: A-101\n\n  """\nx\n"""\n  pass\n\n# Verifies: A-102\ndef test_b(): pass',
      'A-102|A-100 A-101',
    ],
    [
      'a_test.py',
      '@unittest.skip\nclass A(T):\n  # Verifies: A-100\n  def test_a(self): pass\n# Verifies: A-101\ndef test_b(): pass',
      'A-101|A-100',
    ],
    ['a_test.py', '@pytest.mark.skipif(x, reason="y")\n# Verifies: A-100\ndef test_a(): pass', 'A-100|'],
    ['a_test.py', '@unittest.skipIf(True, "y")\n# Verifies: A-100\ndef test_a(): pass', '|A-100'],
    ['a_test.py', '@unittest.skipUnless(x, "y")\n# Verifies: A-100\ndef test_a(): pass', 'A-100|'],
    ['a_test.py', 'pytestmark = pytest.mark.skip("x")\n# Verifies: A-100\ndef test_a(): pass', '|A-100'],
    ['a_test.py', '"@unittest.skip"\n# Verifies: A-100\ndef test_a(): pass', 'A-100|'],
    // Rust.
    [
      'a.rs',
      '// Verifies: A-100\n#[test]\n#[ignore = "slow"]\nfn a() { b(); }\n// Verifies: A-101\n#[test]\nfn c() {}',
      'A-101|A-100',
    ],
    ['a.rs', '#[cfg_attr(x, ignore)]\n// Verifies: A-100\nfn a() {}', 'A-100|'],
    // JUnit: a method, a class; what has a condition may run.
    [
      'ATest.java',
      'class ATest {\n  @Test @Disabled("x")\n  @Tag("A-100")\n  void a() { if (b) { c(); } }\n  @Test @Tag("A-101") void d() {}\n}',
      'A-101|',
    ],
    [
      'ATest.java',
      '/** Verifies: A-100 */\n@org.junit.Ignore\nclass ATest {\n  // Verifies: A-101\n  @Test void a() {}\n}',
      '|A-100 A-101',
    ],
    ['ATest.kt', '@DisabledOnOs(OS.LINUX)\n// Verifies: A-100\nfun a() {}', 'A-100|'],
    // C#.
    [
      'ATests.cs',
      '[Fact(Skip = "x")]\n// Verifies: A-100\npublic void A() => B();\n// Verifies: A-101\n[Fact] void C() {}',
      'A-101|A-100',
    ],
    ['ATests.cs', '[Fact(Skip = Reason)]\n// Verifies: A-100\npublic void A() {}', 'A-100|'],
    ['ATests.cs', '// Verifies: A-100\n[Test, Ignore("x")]\npublic void A() {}', '|A-100'],
    // Go: the test in whose own block it stands, without a condition.
    [
      'a_test.go',
      '// Verifies: A-100\nfunc TestA(t *testing.T) {\n\tt.Parallel()\n\tt.Skip("x")\n}\n\n// Verifies: A-101\nfunc TestB(t *testing.T) {\n\tif testing.Short() {\n\t\tt.Skip("x")\n\t}\n}',
      'A-101|A-100',
    ],
    [
      'a_test.go',
      'func TestA(t *testing.T) {\n\tt.Run("x [A-100]", func(t *testing.T) {\n\t\tt.SkipNow()\n\t})\n\tt.Run("y [A-101]", func(t *testing.T) {})\n}',
      'A-101|A-100',
    ],
    [
      'a_test.go',
      '// Verifies: A-100\nfunc TestA(t *testing.T) {\n\tif x { return }\n\tt.Skip("x")\n}',
      'A-100|',
    ],
    // PHPUnit.
    [
      'ATest.php',
      '<?php\n/** Verifies: A-100 */\npublic function testA(): void\n{\n  $this->markTestSkipped("x");\n}\n/** Verifies: A-101 */\npublic function testB() {\n  if ($x) $this->markTestSkipped("x");\n}',
      'A-101|A-100',
    ],
    // Deno.
    [
      'a.test.ts',
      "Deno.test.ignore('x [A-100]', f); Deno.test({ name: 'y [A-101]', ignore: true, fn });",
      '|A-100 A-101',
    ],
  ])('do not count: %s %j', (file, text, expected) => {
    expect(told(file, text)).toBe(expected);
  });

  it.each([
    ['a.py', '@pytest.mark.skip\n', 'def test_a(): pass'],
    ['a.java', '@Disabled ', 'class A {'],
    ['a.java', '@Disabled class A { ', ''],
    ['a.rs', '#[ignore]\n', 'fn a() {}'],
    ['a.go', 'func(t *testing.T) { t.Skip() ', ''],
    ['a.cs', '[Fact(Skip = "x")] ', ''],
    ['a.php', '{ $this->markTestSkipped();', ''],
    ['a.test.ts', "it('x', { tag: [ ", ''],
  ])('are looked for in linear time: %s %j', (file, piece, end) => {
    const start = performance.now();
    told(file, `// Verifies: A-100\n# Verifies: A-100\n${piece.repeat(30_000)}${end}`);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

describe('titles with options', () => {
  it.each([
    ["test('x', { tag: '@A-100' }, f)", 'A-100 x mention'],
    ["test('x', { annotation: { type: 'tag: A-200' }, tag: ['@a', '@A-100'] }, f)", 'A-100 x mention'],
    ["test.describe('x', {\n  tag: ['@A-100'],\n}, f)", 'A-100 x mention'],
    ["test('x', { data: { tag: 'A-100' } }, f)", ''],
    ["test('x', f, { tag: 'A-100' })", ''],
    ["Deno.test({ name: 'x [A-100]', fn() {} })", 'A-100 x [A-100] tag'],
    ["Deno.test({ fn() { a({ name: 'A-200' }) }, name: 'x A-100' })", 'A-100 x A-100 mention'],
  ])('are read: %s', (text, expected) => {
    const { tags } = read({ file: 'a.spec.ts', text, kind: 'test' });
    expect(tags.map(({ id, name, certainty }) => `${id} ${name} ${certainty}`).join()).toBe(expected);
  });
});
