import { sampleRoot, violationsOf } from '../test-support/sample-root';

const WAIVED = 'intentionally_unsupported';

function found(deltas: object) {
  const view = sampleRoot({
    'reports/1.2.0/coverage.any.json': (report) => Object.assign(report.deltas, deltas),
  });
  return violationsOf(view)
    .filter(({ code }) => code !== 'REPORT_SCHEMA_INVALID')
    .map(({ code, violation: { pointer, commandPath, keyOrName, field } }) => [
      code,
      pointer,
      commandPath,
      keyOrName,
      field,
    ]);
}

describe('reports', () => {
  it('must not count excluded units as missing', () => {
    const code = 'REPORT_MISSING_INCLUDES_EXCLUDED';
    expect(
      found({
        missing_commands: [{ path: ['serve'] }, { path: ['login'] }, {}, 7],
        missing_flags: [{ path: [], key: '--tui' }, { path: ['login'], key: '--tui' }, { path: [] }],
        missing_args: [
          { path: ['serve'], name: 'DIR' },
          { path: ['serve'], key: 'DIR' },
        ],
      }),
    ).toEqual([
      [code, '/deltas/missing_flags/0', '[]', '--tui', 'missing_flags'],
      [code, '/deltas/missing_commands/1', 'login', undefined, 'missing_commands'],
      [code, '/deltas/missing_args/0', 'serve', 'DIR', 'missing_args'],
    ]);
  });

  it('must not count waived units as missing; their path is joined by spaces', () => {
    const code = 'REPORT_MISSING_INCLUDES_INTENTIONALLY_UNSUPPORTED';
    expect(
      found({
        missing_commands: [
          { path: [], wrapper_level: WAIVED },
          { path: ['a', 'b'], wrapper_level: WAIVED },
        ],
        missing_flags: [{ wrapper_level: WAIVED, key: '-x' }],
      }),
    ).toEqual([
      [code, '/deltas/missing_commands/0', '', undefined, 'missing_commands'],
      [code, '/deltas/missing_flags/0', undefined, '-x', 'missing_flags'],
      [code, '/deltas/missing_commands/1', 'a b', undefined, 'missing_commands'],
    ]);
  });

  it('must sort waived units by kind, path and key; entries without path do not count', () => {
    const unit = { wrapper_level: WAIVED, note: 'why' };
    const sorted = [
      { path: ['b'] },
      {},
      { path: ['a'], key: '-x' },
      { path: ['a'], key: '-y' },
      { path: [], name: 'X' },
    ];
    const withLevels = (units: readonly object[]) => ({
      [WAIVED]: units.map((each) => ({ ...each, ...unit })),
    });
    expect(found(withLevels(sorted))).toEqual([]);
    expect(found(withLevels([...sorted].reverse()))).toEqual([
      ['REPORT_IU_NOT_SORTED', `/deltas/${WAIVED}`, undefined, undefined, WAIVED],
    ]);
  });

  it('must say why units are waived, with key or name as far as they have one', () => {
    expect(
      found({
        [WAIVED]: [
          { path: ['a'], key: '-x', wrapper_level: WAIVED },
          { path: ['a'], key: '', wrapper_level: WAIVED, note: null },
        ],
      }).map(([code, pointer, , keyOrName]) => [code, pointer, keyOrName]),
    ).toEqual([
      ['REPORT_IU_NOT_SORTED', `/deltas/${WAIVED}`, undefined],
      ['REPORT_IU_NOTE_MISSING', `/deltas/${WAIVED}/1/note`, undefined],
      ['REPORT_IU_NOTE_MISSING', `/deltas/${WAIVED}/0/note`, '-x'],
    ]);
  });
});
