import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Report } from '@fixpoint/model';
import { reportSarif } from './sarif';
import { REPORTS, reportOf, verdictOf } from './testing/reports';

const SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn?: number };
        };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly object[];
    }[];
  }[];
}

function runOf(report: Report) {
  const log = JSON.parse(reportSarif(report).output) as Log;
  return { log, run: log.runs[0] as Log['runs'][number] };
}

function schemaPath(): string | undefined {
  try {
    return require.resolve(SCHEMA);
  } catch {
    return undefined;
  }
}

describe('SARIF', () => {
  it.each(Object.entries(REPORTS))('has what the standard and code scanning ask for: %s', (_name, report) => {
    const { log, run } = runOf(report);
    expect(log.version).toBe('2.1.0');
    const fingerprints = run.results.map((result) => Object.values(result.partialFingerprints)[0]);
    expect(new Set(fingerprints).size).toBe(run.results.length);
    for (const { ruleId, ruleIndex, level, message, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).not.toBe('');
      expect(locations).toHaveLength(1);
      const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
      expect(artifactLocation?.uri).toMatch(/^(?:[A-Za-z0-9._~!*'()-]|%[0-9A-F]{2}|\/)+$/);
      expect(artifactLocation?.uri).not.toMatch(/^\/|^[a-z]+:/);
      expect(region?.startLine).toBeGreaterThan(0);
    }
  });

  it('keeps fingerprints when lines move and tells findings apart', () => {
    const finding = { id: 'a/b', severity: 'error', message: 'm', file: 'f', path: '/x', fix: 'x' } as const;
    const printsOf = (...lines: readonly number[]) => {
      const findings = lines.map((line) => ({ ...finding, position: { line, column: 1 } }));
      return runOf(reportOf('drift', verdictOf({ findings }))).run.results.map(
        (one) => one.partialFingerprints,
      );
    };
    expect(printsOf(1)).toEqual(printsOf(9));
    expect(new Set(printsOf(1, 9).map((print) => JSON.stringify(print))).size).toBe(2);
  });

  it('gives no place to what is about the root', () => {
    const { run } = runOf(REPORTS['environment'] as Report);
    expect(run.results).toEqual([]);
    expect(run.invocations).toEqual([
      {
        exitCode: 3,
        executionSuccessful: false,
        toolExecutionNotifications: [expect.objectContaining({ level: 'error' })],
      },
    ]);
  });

  it('takes rule texts from the options', () => {
    const rules = { 'union/artifact-stale': { summary: 'S', help: 'H', url: 'https://example.org/r' } };
    const { output } = reportSarif(REPORTS['drift'] as Report, { rules, version: '1.2.3' });
    const { driver } = JSON.parse(output).runs[0].tool;
    expect(driver).toMatchObject({
      version: '1.2.3',
      rules: [{ shortDescription: { text: 'S' }, help: { text: 'H' }, helpUri: 'https://example.org/r' }],
    });
  });

  const path = schemaPath();
  const validates = path === undefined ? it.skip : it;
  validates(`follows the schema of OASIS (needs ${SCHEMA})`, () => {
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats(ajv);
    // The schema is of draft 04; all it uses has the same meaning in the draft that ajv knows.
    const document = jest.requireActual<Record<string, unknown>>(path as string);
    const keywords = Object.entries(document).filter(([name]) => name !== '$schema' && name !== 'id');
    const validate = ajv.compile(Object.fromEntries(keywords));
    expect(validate({ version: '2.1.0' })).toBe(false);
    for (const report of Object.values(REPORTS)) {
      validate(JSON.parse(reportSarif(report, { version: '1.2.3' }).output));
      expect(validate.errors ?? []).toEqual([]);
    }
  });
});
