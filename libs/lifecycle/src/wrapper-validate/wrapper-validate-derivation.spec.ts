import type { ProcessRequest, Scope } from '@fixpoint/model';
import type { Manifest, ValidationEvidence } from '@fixpoint/surface-formats';
import { memoryPorts, type MemoryProgram } from '@fixpoint/testkit';
import { filesOf, LIFECYCLE, LINUX, MACOS, manifestOf, metadataOf, WINDOWS } from '../test-support/root';
import type { FindExecutable } from './find-executable';
import { createWrapperValidateDerivation } from './wrapper-validate-derivation';

const find: FindExecutable = async (_ports, _manifest, { target, path }) => {
  if (target === WINDOWS) return { absent: 'its executable is not here' };
  const runner = target === MACOS ? ['/bin/emulator'] : [];
  return { path: path ?? `/bin/tool-${target}`, sizeBytes: 7, runner };
};

async function run(
  program: (request: ProcessRequest) => MemoryProgram,
  {
    manifest = manifestOf(),
    finder = find,
    env = {},
    ...scope
  }: Partial<Scope> & {
    manifest?: Manifest;
    finder?: FindExecutable;
    env?: Record<string, string>;
    files?: Record<string, string>;
  } = {},
) {
  const files = filesOf({ versions: { '1.0.0': {} } });
  const ports = memoryPorts({ files, processes: program, env: { PATH: '/bin', SECRET: 'x', ...env } });
  const derivation = createWrapperValidateDerivation(finder);
  const facts = await derivation.collect(ports, manifest, { check: false, ...scope });
  if (!facts.ok) return { ports, files, outcome: facts.outcome, findings: facts.findings, artifacts: [] };
  const derived = derivation.derive(facts.value, manifest);
  return { ports, files, findings: facts.findings, artifacts: derived.ok ? derived.value : [] };
}

const recordOf = ({ text }: { text: string }) => JSON.parse(text) as ValidationEvidence;
const passes = (): MemoryProgram => ({ exitCode: 0 });

describe('wrapper-validate', () => {
  it('runs the command with each executable that is here, in an environment of its own [FP-LIFE-001]', async () => {
    const { artifacts, findings, ports } = await run(passes);
    expect(artifacts.map(({ path }) => path)).toEqual([
      `validations/1.0.0/${MACOS}.json`,
      `validations/1.0.0/${LINUX}.json`,
    ]);
    expect(findings).toMatchObject([
      { id: 'wrapper-validate/not-run-here', severity: 'note', file: `validations/1.0.0/${WINDOWS}.json` },
    ]);
    const [first, second] = ports.requests;
    expect(first).toMatchObject({
      command: 'node',
      args: ['validate.mjs'],
      cwd: '/workspace',
      timeoutMs: 1000,
    });
    expect(first?.env).toMatchObject({
      PATH: '/bin',
      FIXPOINT_BINARY: `/bin/tool-${LINUX}`,
      FIXPOINT_RUNNER: '[]',
      FIXPOINT_VERSION: '1.0.0',
      FIXPOINT_TARGET: LINUX,
    });
    expect(first?.env).not.toHaveProperty('SECRET');
    expect(second?.env).toMatchObject({ FIXPOINT_RUNNER: '["/bin/emulator"]' });
    expect(ports.openScratch.size).toBe(0);
  });

  it('makes evidence that counts', async () => {
    const { artifacts, files } = await run(passes);
    const made = Object.fromEntries(artifacts.map(({ path, text }) => [path, text]));
    const { status, validation } = await metadataOf({ ...files, ...made }, '1.0.0');
    expect({ status, validation }).toEqual({
      status: 'supported',
      validation: { passed_targets: [LINUX, MACOS], failed_targets: [], skipped_targets: [WINDOWS] },
    });
  });

  it.each<[string, MemoryProgram, Partial<ValidationEvidence>]>([
    [
      'fails',
      { exitCode: 3, stderr: 'first\n\nno such flag\n' },
      { outcome: 'failed', detail: 'exit code 3', exit_code: 3 },
    ],
    ['skips itself', { exitCode: 77 }, { outcome: 'skipped', exit_code: 77 }],
    ['does not end', { status: 'timeout' }, { outcome: 'failed', detail: 'no end after 1000 ms' }],
    [
      'is killed',
      { status: 'signalled', signal: 'SIGSEGV' },
      { outcome: 'failed', detail: 'ended by SIGSEGV' },
    ],
  ])('records that the command %s, and says so', async (_what, program, expected) => {
    const { artifacts, findings } = await run(() => program, { target: LINUX });
    expect(artifacts.map(recordOf)).toMatchObject([expected]);
    expect(findings).toMatchObject([{ id: `wrapper-validate/${expected.outcome}`, severity: 'warning' }]);
    if (expected.exit_code === 3) expect(findings[0]?.message).toContain('first\nno such flag');
  });

  it('measures nothing where the command cannot be started or no executable is here', async () => {
    expect(await run(() => undefined)).toMatchObject({
      outcome: 'environment',
      findings: [{ id: 'wrapper-validate/not-started' }],
    });
    const nowhere = await run(passes, { target: WINDOWS });
    expect(nowhere).toMatchObject({
      outcome: 'environment',
      findings: [{ id: 'wrapper-validate/not-run-here', severity: 'error' }],
    });
  });

  describe('over several versions', () => {
    const VERSIONS = { '1.0.0': {}, '1.1.0': {}, '1.2.0': {} };
    async function parts(
      program: (request: ProcessRequest) => MemoryProgram,
      { finder = find, ...scope }: Partial<Scope> & { finder?: FindExecutable } = {},
    ) {
      const ports = memoryPorts({
        files: filesOf({ versions: VERSIONS }),
        processes: program,
        env: { PATH: '/bin' },
      });
      const derivation = createWrapperValidateDerivation(finder);
      const given: unknown[] = [];
      for await (const part of derivation.collectParts?.(ports, manifestOf(), { check: false, ...scope }) ??
        []) {
        const files = part.ok ? part.value.measured.map(({ path }) => path) : part.outcome;
        given.push([files, part.findings.map(({ id, severity }) => `${severity} ${id.split('/')[1]}`)]);
      }
      return given;
    }
    const evidence = (version: string, ...targets: string[]) =>
      targets.map((target) => `validations/${version}/${target}.json`);
    /** Which executables are here. */
    const only =
      (isHere: (version: string) => boolean): FindExecutable =>
      (ports, manifest, wanted) =>
        isHere(wanted.version)
          ? find(ports, manifest, wanted)
          : Promise.resolve({ absent: 'it was not acquired' });

    it('gives each version when all its targets are through', async () => {
      const remarks = ['note not-run-here'];
      expect(await parts(passes)).toEqual([
        [evidence('1.0.0', LINUX, MACOS), remarks],
        [evidence('1.1.0', LINUX, MACOS), remarks],
        [evidence('1.2.0', LINUX, MACOS), remarks],
      ]);
    });

    it('gives nothing of a version whose command could not be started, and ends there', async () => {
      const program = ({ env = {} }: ProcessRequest): MemoryProgram =>
        env['FIXPOINT_VERSION'] === '1.1.0' && env['FIXPOINT_TARGET'] === MACOS ? undefined : { exitCode: 0 };
      expect(await parts(program)).toEqual([
        [evidence('1.0.0', LINUX, MACOS), ['note not-run-here']],
        ['environment', ['error not-started']],
      ]);
    });

    it('takes a version without executables as a remark, before another one and after it', async () => {
      const finder = only((version) => version === '1.1.0');
      expect(await parts(passes, { finder, target: LINUX })).toEqual([
        [evidence('1.1.0', LINUX), ['note not-run-here']],
        [[], ['note not-run-here']],
      ]);
    });

    it('fails when no version has an executable here', async () => {
      expect(await parts(passes, { finder: only(() => false), target: LINUX })).toEqual([
        ['environment', Array(3).fill('error not-run-here')],
      ]);
    });
  });

  it('keeps the time of evidence that says the same, unless the time is prescribed', async () => {
    const first = await run(passes, { target: LINUX, env: { SOURCE_DATE_EPOCH: '0' } });
    expect(first.artifacts.map(recordOf)).toMatchObject([{ collected_at: '1970-01-01T00:00:00Z' }]);
    const ports = memoryPorts({
      files: { ...first.files, [`validations/1.0.0/${LINUX}.json`]: first.artifacts[0]?.text ?? '' },
      processes: passes,
    });
    const derivation = createWrapperValidateDerivation(find);
    const facts = await derivation.collect(ports, manifestOf(), { check: false, target: LINUX });
    const derived = facts.ok ? derivation.derive(facts.value, manifestOf()) : facts;
    expect(derived).toMatchObject({ ok: true, value: first.artifacts });
  });

  it('says what is wrong with what it was asked for', async () => {
    expect(await run(passes, { target: 'mars' })).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'wrapper-validate/target-unexpected' }],
    });
    expect((await run(passes, { version: '9.0.0' })).findings).toMatchObject([
      { id: 'wrapper-validate/union-missing' },
    ]);
    const unconfigured = manifestOf({ lifecycle: { ...LIFECYCLE, validation: undefined } });
    expect(await run(passes, { manifest: unconfigured })).toMatchObject({
      artifacts: [],
      findings: [{ id: 'wrapper-validate/not-configured', severity: 'note' }],
    });
  });
});
