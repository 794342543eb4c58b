import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { CLEAN, kioskRoot, PIPELINE, ROOT, summaryOf } from './testing/kiosk';

const UNION = 'snapshots/1.0.0/union.json';
const SNAPSHOT = 'snapshots/1.0.0/here.json';
const REPORT = 'reports/1.0.0/coverage.any.json';

// Every case runs the whole pipeline.
jest.setTimeout(60_000);

describe('the pipeline', () => {
  const kiosk = kioskRoot('bare');

  afterEach(() => {
    delete process.env['SOURCE_DATE_EPOCH'];
  });

  async function runAll(): Promise<string[]> {
    const written: string[] = [];
    for (const target of PIPELINE) {
      const verdict = await kiosk.run(target);
      expect(summaryOf(verdict)).toEqual(CLEAN);
      written.push(...verdict.written);
    }
    return written;
  }

  it('derives everything from a binary and a declaration, and then validates clean [FP-ENG-002]', async () => {
    const written = await runAll();
    expect(written).toEqual([
      SNAPSHOT,
      UNION,
      'wrapper_coverage.json',
      REPORT,
      'reports/1.0.0/coverage.here.json',
      'reports/1.0.0/work-queue.md',
      'history.json',
      'history.md',
      'versions/1.0.0.json',
    ]);
    expect(kiosk.read('raw_help/1.0.0/here/commands/order/add/help.txt')).toContain('Adds an order');
    expect(summaryOf(await kiosk.run('validate'))).toEqual(CLEAN);
    expect(summaryOf(await kiosk.run('snapshot-verify'))).toEqual(CLEAN);
  });

  it('finds every unit of the help pages, and what the wrapper lacks', async () => {
    await runAll();
    const union = JSON.parse(kiosk.read(UNION)) as {
      commands: { path: string[]; flags?: { key: string }[]; args?: { name: string }[] }[];
    };
    const units = union.commands.map(({ path, flags = [], args = [] }) => [
      path.join(' '),
      ...flags.map(({ key }) => key),
      ...args.map(({ name }) => name),
    ]);
    expect(units).toEqual([
      ['', '--color', '--config', '--help', '--version'],
      ['open', '--quiet', '--until', 'DOOR'],
      ['order'],
      ['order add', '--copies', '--tag', 'TITLE'],
      ['order list', '--json'],
    ]);
    const { deltas } = JSON.parse(kiosk.read(REPORT)) as {
      deltas: Record<string, { path: string[]; key?: string; name?: string }[]>;
    };
    const named = (list: string) =>
      (deltas[list] ?? []).map(({ path, key, name }) => [...path, key ?? name ?? ''].join(' ').trim());
    expect(named('missing_commands')).toEqual(['order', 'order list']);
    expect(named('missing_args')).toEqual(['open DOOR']);
    expect(named('intentionally_unsupported')).toEqual(['order add --tag']);
    expect(named('wrapper_only_flags')).toEqual(['order add --express']);
    expect(named('missing_flags')).toEqual([
      '--color',
      '--config',
      '--help',
      '--version',
      'open --quiet',
      'order add --copies',
      'order list --json',
    ]);
  });

  it('changes nothing the second time, not even the times of the files [FP-DET-001]', async () => {
    await runAll();
    const before = kiosk.tree();
    const old = new Date('2020-01-01T00:00:00Z');
    for (const path of Object.keys(before)) utimesSync(join(kiosk.base, ROOT, path), old, old);
    expect(await runAll()).toEqual([]);
    expect(kiosk.tree()).toEqual(before);
    for (const path of Object.keys(before)) {
      expect([path, statSync(join(kiosk.base, ROOT, path)).mtime]).toEqual([path, old]);
    }
  });

  it('writes what follows from a changed binary, version after version', async () => {
    await runAll();
    const old = kiosk.tree();
    kiosk.write(
      'bin/kiosk',
      kiosk.read('bin/kiosk').replace('VERSION=1.0.0', 'VERSION=1.1.0').replace('--json', '--yaml'),
    );
    expect(summaryOf(await kiosk.run('validate'))).toEqual(CLEAN);
    const written = await runAll();
    expect(written).toContain('snapshots/1.1.0/here.json');
    expect(written.filter((path) => path.includes('1.0.0') || path === 'wrapper_coverage.json')).toEqual([]);
    expect(kiosk.tree()).toMatchObject({ [UNION]: old[UNION], [REPORT]: old[REPORT] });
    expect(kiosk.read('reports/1.1.0/coverage.any.json')).toContain('--yaml');
    expect(summaryOf(await kiosk.run('validate'))).toEqual(CLEAN);
  });

  it('measures again on request, and then says which flag the binary has and the snapshot lacks', async () => {
    await runAll();
    kiosk.write(
      'bin/kiosk',
      kiosk
        .read('bin/kiosk')
        .replace('      --json  Print JSON', '      --json  Print JSON\n      --all   Print all'),
    );
    expect(summaryOf(await kiosk.run('validate'))).toEqual(CLEAN);
    const { outcome, findings } = await kiosk.run('snapshot-verify');
    expect(outcome).toBe('drift');
    expect(findings.map(({ message }) => message).join('\n')).toMatch(/flag --all of command "order list"/);
  });

  it('takes its time from SOURCE_DATE_EPOCH, and validates whatever that says [FP-DET-006, FP-DET-007]', async () => {
    process.env['SOURCE_DATE_EPOCH'] = '86400';
    await runAll();
    const times = [SNAPSHOT, UNION].map((path) => /"collected_at": "(.*)"/.exec(kiosk.read(path))?.[1]);
    expect(times).toEqual(['1970-01-02T00:00:00Z', '1970-01-02T00:00:00Z']);
    const before = kiosk.tree();
    process.env['SOURCE_DATE_EPOCH'] = '0';
    expect(summaryOf(await kiosk.run('validate'))).toEqual(CLEAN);
    expect(kiosk.tree()).toEqual(before);
    await runAll();
    expect(kiosk.read(SNAPSHOT)).toBe(before[SNAPSHOT]?.replace('1970-01-02', '1970-01-01'));
  });

  it('does not write when it validates [FP-ENG-003]', async () => {
    const before = kiosk.tree();
    const { outcome, written } = await kiosk.run('validate');
    expect([outcome, written]).toEqual(['drift', []]);
    expect(kiosk.tree()).toEqual(before);
  });

  it('leaves what is committed as it is when the binary is gone [FP-SNAP-006]', async () => {
    await runAll();
    kiosk.remove('bin');
    const before = kiosk.tree();
    const { outcome, findings } = await kiosk.run('snapshot');
    expect(outcome).toBe('environment');
    expect(findings.map(({ id, file }) => [id, file])).toEqual([['snapshot/binary-missing', 'RULES.json']]);
    expect(kiosk.tree()).toEqual(before);
    expect(summaryOf(await kiosk.run('validate'))).toEqual(CLEAN);
  });
});
