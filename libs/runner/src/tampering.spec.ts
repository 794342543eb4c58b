import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText, type Finding } from '@fixpoint/model';
import { CLEAN, kioskRoot, PIPELINE, ROOT, summaryOf, type KioskRoot } from './testing/kiosk';

const UNION = 'snapshots/1.0.0/union.json';
const SNAPSHOT = 'snapshots/1.0.0/here.json';
const REPORT = 'reports/1.0.0/coverage.any.json';

interface Tampering {
  readonly name: string;
  tamper(kiosk: KioskRoot): void;
  /** `id file` of findings that have to be among those of `validate`. */
  readonly found: readonly string[];
  /** What the findings have to say somewhere. */
  readonly says?: RegExp;
  /** Undoes what no advice can know of: the edit of a source or of a measurement. */
  repair?(kiosk: KioskRoot): unknown;
}

function edit(path: string, change: (text: string) => string): (kiosk: KioskRoot) => void {
  return (kiosk) => {
    const before = kiosk.read(path);
    const after = change(before);
    if (after === before) throw new Error(`the edit of ${path} changes nothing`);
    kiosk.write(path, after);
  };
}

const cutInHalf = (text: string) => text.slice(0, text.length / 2);
const toCrlf = (text: string) => text.replaceAll('\n', '\r\n');
const reverseKeys = (text: string) =>
  `${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse()), null, 2)}\n`;

const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'a flag of the union edited',
    tamper: edit(UNION, (text) => text.replace('"value_name": "TIME"', '"value_name": "CLOCK"')),
    found: [`union/artifact-stale ${UNION}`],
    says: /flag --until of command "open"/,
  },
  {
    name: 'a flag of the union removed, and the report made from that',
    tamper: edit(UNION, (text) => {
      const union = JSON.parse(text) as { commands: { flags?: { key: string }[] }[] };
      for (const command of union.commands) {
        command.flags = command.flags?.filter(({ key }) => key !== '--copies');
      }
      return `${JSON.stringify(union, null, 2)}\n`;
    }),
    found: [`union/artifact-stale ${UNION}`, `report/artifact-stale ${REPORT}`],
    says: /--copies/,
  },
  {
    name: 'a report deleted',
    tamper: (kiosk) => kiosk.remove(REPORT),
    found: [`report/artifact-missing ${REPORT}`],
  },
  {
    name: 'a row of the history edited',
    tamper: edit('history.md', (text) => text.replace('| `1.0.0` |', '| `1.0.1` |')),
    found: ['surface-diff/artifact-stale history.md'],
  },
  {
    name: 'the history deleted, and a diff of a version that there is not',
    tamper: (kiosk) => {
      kiosk.remove('history.json');
      kiosk.write('diffs/0.9.0.json', '{}\n');
    },
    found: ['surface-diff/artifact-missing history.json', 'surface-diff/artifact-orphan diffs/0.9.0.json'],
  },
  {
    name: 'the work queue edited',
    tamper: edit('reports/1.0.0/work-queue.md', (text) => text.replace('- [ ]', '- [x]')),
    found: ['report/artifact-stale reports/1.0.0/work-queue.md'],
  },
  {
    name: 'a report of a target that there is not',
    tamper: (kiosk) => kiosk.write('reports/1.0.0/coverage.nowhere.json', '{}\n'),
    found: ['report/artifact-orphan reports/1.0.0/coverage.nowhere.json'],
  },
  {
    name: 'reports of a version that there is not',
    tamper: (kiosk) => kiosk.write('reports/0.9.0/coverage.any.json', '{}\n'),
    found: ['report/artifact-orphan reports/0.9.0/coverage.any.json'],
  },
  {
    name: 'a union of a version that there is not',
    tamper: (kiosk) => kiosk.write('snapshots/0.9.0/union.json', '{}\n'),
    found: ['union/artifact-orphan snapshots/0.9.0/union.json'],
  },
  {
    name: 'the union cut in half',
    tamper: edit(UNION, cutInHalf),
    found: [`union/artifact-unreadable ${UNION}`],
  },
  {
    name: 'a report cut in half',
    tamper: edit(REPORT, cutInHalf),
    found: [`report/artifact-unreadable ${REPORT}`],
  },
  {
    name: 'the coverage cut in half',
    tamper: edit('wrapper_coverage.json', cutInHalf),
    found: ['wrapper-coverage/artifact-unreadable wrapper_coverage.json'],
  },
  {
    name: 'bytes in the union that are no UTF-8',
    tamper: (kiosk) => writeFileSync(join(kiosk.base, ROOT, UNION), Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
    found: [`union/artifact-unreadable ${UNION}`],
  },
  ...[UNION, REPORT, 'wrapper_coverage.json', 'reports/1.0.0/work-queue.md'].map((path) => ({
    name: `CRLF in ${path}`,
    tamper: edit(path, toCrlf),
    found: [
      `${path === UNION ? 'union' : path.startsWith('w') ? 'wrapper-coverage' : 'report'}/artifact-stale ${path}`,
    ],
    says: /line end|CRLF/i,
  })),
  ...[UNION, REPORT, 'wrapper_coverage.json'].map((path) => ({
    name: `the keys of ${path} in another order`,
    tamper: edit(path, reverseKeys),
    found: [
      `${path === UNION ? 'union' : path.startsWith('w') ? 'wrapper-coverage' : 'report'}/artifact-stale ${path}`,
    ],
  })),
  {
    name: 'the declaration changed',
    tamper: edit('coverage.json', (text) => text.replace('"--until"', '"--quiet"')),
    found: ['wrapper-coverage/artifact-stale wrapper_coverage.json'],
    says: /--quiet/,
    repair: edit('coverage.json', (text) => text.replace('"--quiet"', '"--until"')),
  },
  {
    name: 'a snapshot cut in half',
    tamper: edit(SNAPSHOT, cutInHalf),
    found: [`snapshot/invalid-json ${SNAPSHOT}`],
  },
  {
    name: 'CRLF in a snapshot',
    tamper: edit(SNAPSHOT, toCrlf),
    found: [`snapshot/not-canonical ${SNAPSHOT}`],
  },
  {
    name: 'a flag of a snapshot removed',
    tamper: edit(SNAPSHOT, (text) => text.replace(/ {8}\{\n {10}"long": "--quiet",[^}]*\},\n/, '')),
    found: [`union/artifact-stale ${UNION}`],
    says: /--quiet/,
    repair: (kiosk) => kiosk.run('snapshot'),
  },
  {
    name: 'snapshots of two versions in one directory',
    tamper: (kiosk) =>
      kiosk.write(
        'snapshots/1.0.0/elsewhere.json',
        kiosk
          .read(SNAPSHOT)
          .replace('"target_triple": "here"', '"target_triple": "elsewhere"')
          .replaceAll('1.0.0', '1.1.0'),
      ),
    found: [
      'snapshot/version-mismatch snapshots/1.0.0/elsewhere.json',
      'union/mixed-versions snapshots/1.0.0/elsewhere.json',
    ],
    says: /1\.1\.0/,
    repair: (kiosk) => kiosk.remove('snapshots/1.0.0/elsewhere.json'),
  },
  {
    name: 'a typo in RULES.json',
    tamper: edit('RULES.json', (text) => text.replace('"wrapper"', '"wraper"')),
    found: ['config/unknown-key RULES.json'],
    says: /did you mean "wrapper"/,
    repair: edit('RULES.json', (text) => text.replace('"wraper"', '"wrapper"')),
  },
  {
    name: 'RULES.json cut in half',
    tamper: edit('RULES.json', cutInHalf),
    found: ['config/invalid-json RULES.json'],
    repair: (kiosk) => kiosk.write('RULES.json', rulesBefore),
  },
];

let rulesBefore = '';

// Every case runs the whole pipeline.
jest.setTimeout(60_000);

describe('validate finds', () => {
  // A snapshot that is measured again has the time of the measurement.
  beforeAll(() => {
    process.env['SOURCE_DATE_EPOCH'] = '0';
  });
  afterAll(() => {
    delete process.env['SOURCE_DATE_EPOCH'];
  });
  const kiosk = kioskRoot('derived');

  beforeEach(() => {
    rulesBefore = kiosk.read('RULES.json');
  });

  it.each(TAMPERINGS)(
    '$name; what it advises repairs it [FP-DIAG-001]',
    async ({ tamper, found, says, repair }) => {
      const before = kiosk.tree();
      tamper(kiosk);
      const { outcome, findings } = await kiosk.run('validate');
      expect(outcome).not.toBe('clean');
      expect(findings.map(({ id, file }) => `${id} ${file}`)).toEqual(expect.arrayContaining([...found]));
      expect(textOf(findings)).toMatch(says ?? /./);
      expect(findings.filter(({ fix }) => fix === '' || fix.includes(kiosk.base))).toEqual([]);

      await repair?.(kiosk);
      await followAdvice();
      expect(kiosk.tree()).toEqual(before);
    },
  );

  it('as much as the marker asks for [FP-DIAG-008]', async () => {
    edit('reports/1.0.0/work-queue.md', (text) => text.replace('- [ ]', '- [x]'))(kiosk);
    const severities = async (severity: string) => {
      kiosk.write(
        'RULES.json',
        rulesBefore.replace('"tool"', `"severity": {"report/*": "${severity}"}, "tool"`),
      );
      const { outcome, findings } = await kiosk.run('validate');
      return [outcome, findings.map((finding) => finding.severity)];
    };
    expect(await severities('error')).toEqual(['drift', ['error']]);
    expect(await severities('warning')).toEqual(['clean', ['warning']]);
    expect(await severities('off')).toEqual(['clean', []]);
  });

  it('everything that is wrong at once, each once [FP-DIAG-002]', async () => {
    edit(UNION, (text) => text.replace('"TIME"', '"CLOCK"'))(kiosk);
    edit(REPORT, toCrlf)(kiosk);
    kiosk.write('reports/0.9.0/coverage.any.json', '{}\n');
    const { findings } = await kiosk.run('validate');
    expect(findings.map(({ id, file }) => `${id} ${file}`)).toEqual([
      'consistency/unknown-version reports/0.9.0',
      'report/artifact-orphan reports/0.9.0/coverage.any.json',
      `report/artifact-stale ${REPORT}`,
      `union/artifact-stale ${UNION}`,
    ]);
  });

  // One command at a time, what is upstream first: what follows from it may be right by then.
  async function followAdvice(rounds = PIPELINE.length): Promise<void> {
    const verdict = await kiosk.run('validate');
    if (verdict.outcome === 'clean' || rounds === 0) return expect(summaryOf(verdict)).toEqual(CLEAN);
    const [command = 'none'] = commandsOf(verdict.findings);
    const [, target = '', root, version] =
      /^fixpoint ([a-z-]+) --root (\S+)(?: --version (\S+))?(?: --target \S+)?$/.exec(command) ?? [];
    expect([command, root]).toEqual([command, ROOT]);
    expect(summaryOf(await kiosk.run(target, { version }))).toMatchObject({ outcome: 'clean' });
    await followAdvice(rounds - 1);
  }
});

function textOf(findings: readonly Finding[]): string {
  return findings.map(({ message, patch = '' }) => `${message}\n${patch}`).join('\n');
}

function commandsOf(findings: readonly Finding[]): string[] {
  const rank = (command: string) => PIPELINE.indexOf(command.split(' ')[1] ?? '');
  return findings
    .map(({ fix }) => fix)
    .filter((fix) => fix.startsWith('fixpoint '))
    .sort((a, b) => rank(a) - rank(b) || compareText(a, b));
}
