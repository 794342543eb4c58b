import fc from 'fast-check';
import {
  COVERAGE_LEVELS,
  type CoverageReport,
  type Manifest,
  type ReportUnit,
  type WrapperCommand,
} from '@fixpoint/surface-formats';
import { manifestOf, referenceManifestOf, TARGETS } from '../test-support/manifest';
import { deriveReports, VERSION } from '../test-support/report';
import { jsonOf } from '../test-support/run';
import { unionOf, type CommandSketch } from '../test-support/union';

const hidden = fc.constantFrom(undefined, undefined, true as const);
const keys = ['--x', '--y'];
// What a command has is available on no target where the command is not.
const sketch: fc.Arbitrary<CommandSketch> = fc.subarray(TARGETS, { minLength: 1 }).chain((targets) => {
  const available_on = fc.subarray(targets, { minLength: 1 });
  return fc.record({
    available_on: fc.constant(targets),
    hidden,
    flags: fc.uniqueArray(fc.record({ key: fc.constantFrom(...keys), available_on, hidden }), {
      selector: ({ key }) => key,
      maxLength: 2,
    }),
    args: fc.uniqueArray(fc.record({ name: fc.constantFrom('A', 'B'), available_on }), {
      selector: ({ name }) => name,
      maxLength: 2,
    }),
  });
});
const words = ['', 'a', 'a b', 'c'];
const union = fc.dictionary(fc.constantFrom(...words), sketch, { maxKeys: 4 }).map((each) => unionOf(each));

const common = {
  level: fc.constantFrom(...COVERAGE_LEVELS),
  note: fc.constant('why'),
  scope: fc.option(fc.record({ target_triples: fc.subarray(TARGETS, { minLength: 1 }) }), { nil: undefined }),
};
const entry: fc.Arbitrary<WrapperCommand> = fc.record({
  path: fc.constantFrom(...words, 'gone').map((each) => (each === '' ? [] : each.split(' '))),
  ...common,
  flags: fc.array(fc.record({ key: fc.constantFrom(...keys, '--gone'), ...common }), { maxLength: 2 }),
  args: fc.array(fc.record({ name: fc.constantFrom('A', 'GONE'), ...common }), { maxLength: 2 }),
});
const coverage = fc.array(entry, { maxLength: 6 });

type Reports = Readonly<Record<string, CoverageReport>>;

/** The reports by view, or undefined when the rules cannot report these inputs. */
function reportsOf(
  inputs: readonly [ReturnType<typeof unionOf>, WrapperCommand[]],
  manifest: Manifest,
): Reports | undefined {
  const { ok, artifacts } = deriveReports(inputs[0], inputs[1], manifest);
  if (!ok) return undefined;
  return Object.fromEntries(
    ['any', 'all', ...TARGETS].map((view) => [
      view,
      jsonOf<CoverageReport>(artifacts, `reports/${VERSION}/coverage.${view}.json`),
    ]),
  );
}

function unitsIn(report: CoverageReport | undefined, isWanted: (list: string) => boolean): string[] {
  const lists = Object.entries(report?.deltas ?? {}).filter(([list]) => isWanted(list));
  return lists.flatMap(([, units]) =>
    (units as ReportUnit[]).map(({ path, key, name }) => JSON.stringify([path, key, name])),
  );
}

const isMissing = (list: string): boolean => list.startsWith('missing_');
const isUpstream = (list: string): boolean => !list.startsWith('wrapper_');

describe.each([
  ['version 1', referenceManifestOf()],
  ['version 2', manifestOf()],
])('reports under rules %s', (_name, manifest) => {
  const check = (property: (reports: Reports) => void): void => {
    let reported = 0;
    fc.assert(
      fc.property(union, coverage, (upstream, entries) => {
        const reports = reportsOf([upstream, entries], manifest);
        if (reports === undefined) return;
        reported += 1;
        property(reports);
      }),
      { numRuns: 200 },
    );
    // Inputs that version 1 cannot report are frequent; some must be left.
    expect(reported).toBeGreaterThan(20);
  };

  it('miss over all targets only what they miss over any', () => {
    check(({ any, all }) => {
      expect(unitsIn(any, isMissing)).toEqual(expect.arrayContaining(unitsIn(all, isMissing)));
    });
  });

  it('name each unit once, and upstream’s units apart from those of the wrapper alone', () => {
    check((reports) => {
      for (const report of Object.values(reports)) {
        const units = unitsIn(report, () => true);
        expect(new Set(units).size).toBe(units.length);
      }
    });
  });

  it('depend on no order of the declaration', () => {
    fc.assert(
      fc.property(union, coverage, (upstream, entries) => {
        const [forward, backward] = [entries, [...entries].reverse()].map((each) =>
          deriveReports(upstream, each, manifest),
        );
        expect(backward?.ok).toBe(forward?.ok);
        expect(backward?.artifacts).toEqual(forward?.artifacts);
      }),
    );
  });
});

describe('reports under rules version 2', () => {
  it('can always be made', () => {
    fc.assert(
      fc.property(union, coverage, (upstream, entries) => {
        expect(deriveReports(upstream, entries, manifestOf()).findings).toEqual([]);
      }),
    );
  });

  it('miss over any target exactly what they miss on some target [FP-REP-001]', () => {
    fc.assert(
      fc.property(union, coverage, (upstream, entries) => {
        const reports = reportsOf([upstream, entries], manifestOf());
        const onSome = new Set(TARGETS.flatMap((target) => unitsIn(reports?.[target], isMissing)));
        expect(new Set(unitsIn(reports?.['any'], isMissing))).toEqual(onSome);
      }),
    );
  });

  it('never list a hidden unit as one of upstream’s [FP-REP-002]', () => {
    fc.assert(
      fc.property(union, coverage, (upstream, entries) => {
        const reports = reportsOf([upstream, entries], manifestOf());
        const listed = new Set(unitsIn(reports?.['any'], isUpstream));
        for (const { path, hidden: isHidden, flags = [], args = [] } of upstream.commands) {
          const below = [...flags.filter((flag) => isHidden || flag.hidden), ...(isHidden ? args : [])];
          for (const unit of below) {
            const key = 'key' in unit ? unit.key : undefined;
            const name = 'name' in unit ? unit.name : undefined;
            expect(listed.has(JSON.stringify([path, key, name]))).toBe(false);
          }
          if (isHidden) expect(listed.has(JSON.stringify([path, undefined, undefined]))).toBe(false);
        }
      }),
    );
  });
});
