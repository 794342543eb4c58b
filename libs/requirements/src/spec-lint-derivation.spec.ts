import { specLintDerivation } from './spec-lint-derivation';
import { run, specsRoot, told } from './test-support';

const lint = (files: Readonly<Record<string, string | Uint8Array>>, sections: readonly string[] = []) =>
  run(specLintDerivation, files, specsRoot({}, sections));

describe('spec-lint', () => {
  it('finds normative sentences without an id [FP-LINT-001]', async () => {
    const text = '# A MUST\n\nx MUST run. Y runs.\n\n- z SHOULD go. [A-100]\n  - w MAY go\n\n`MUST`';
    const run = await lint({ 'specs/a.md': text });
    expect(told(run)).toEqual(['no-id specs/a.md:3']);
    expect(run.findings[0]?.message).toBe('a sentence with MUST has no id: "x MUST run."');
  });

  it('tells ids that are not unique, and hyphens that only look like some', async () => {
    const run = await lint({
      'specs/a.md': 'x MUST. [A-100]\n',
      'specs/b.md': 'y MUST. [A-100]\n\nz MUST. [A\u2011101]\n',
    });
    expect(run.findings.map(({ id, file }) => `${id} ${file}`)).toEqual([
      'spec-extract/duplicate-id specs/b.md',
      'spec-extract/lookalike-hyphen specs/b.md',
    ]);
  });

  it('says which id a sentence without one only mentions', async () => {
    const text = 'x MUST. [A-100]\n\n`A-101`: y MUST run.\n\nz MUST (A-100).';
    const { findings } = await lint({ 'specs/a.md': text });
    expect(findings.map(({ message, fix }) => [message.split('"; ')[1], fix.slice(0, 36)])).toEqual([
      ['A-101 is only mentioned in it, and defined nowhere', 'if this is A-101, write [A-101] at i'],
      [undefined, 'put an id in brackets at its end, or'],
    ]);
  });

  it('finds key words in lower case in requirements only [FP-LINT-002]', async () => {
    const run = await lint({ 'specs/a.md': 'It must run.\n\nIt MUST run and must not\nstop. [A-100]' });
    expect(told(run)).toEqual(['lower-case-keyword specs/a.md:3 must not']);
  });

  it('finds ids that are nearly right', async () => {
    const text =
      'x MUST. [A-B-100]\n\ny. [a-b-101]\n\nz. [A_B_102]\n\nA B 103: u\n\n[A-B-10] and [c-100], [v 1.2]\n\nA-B-5: w';
    const run = await lint({ 'specs/a.md': text });
    expect(
      run.findings.map(({ id, actual, expected }) => [id.replace('spec-lint/', ''), actual, expected]),
    ).toEqual([
      ['malformed-id', 'a-b-101', 'A-B-101'],
      ['malformed-id', 'A_B_102', 'A-B-102'],
      ['malformed-id', 'A-B-10', undefined],
      ['malformed-id', 'A-B-5', undefined],
    ]);
  });

  it('finds sections that are missing, without regard to case, numbers and punctuation [FP-LINT-003]', async () => {
    const files = {
      'specs/a.md': '# Spec\n\n## 1.2) SCOPE & goals:\n\nx MUST. [A-100]\n\n### A. Security\n',
      'specs/b.md': 'No requirements.',
    };
    const run = await lint(files, ['Scope goals', 'Security', 'Testing']);
    expect(told(run)).toEqual(['missing-section specs/a.md:1']);
    expect(run.findings[0]?.expected).toBe('Testing');
  });

  it('does not pass over a spec that cannot be read', async () => {
    const run = await lint({ 'specs/a.md': Buffer.from([0xff]), 'specs/b.md': 'x MUST' });
    expect(run.outcome).toBe('drift');
    expect(told(run)).toEqual(['not-checked specs/a.md:-', 'no-id specs/b.md:1']);
  });

  it('is nothing where it is switched off', async () => {
    const off = { ...specsRoot(), lint: undefined };
    expect((await run(specLintDerivation, { 'specs/a.md': 'x MUST' }, off)).findings).toEqual([]);
  });
});
