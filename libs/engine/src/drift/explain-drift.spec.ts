import type { Drift } from '@fixpoint/model';
import fc from 'fast-check';
import { explainDrift } from './explain-drift';

const CONTEXT = { derivationId: 'union', fixCommand: 'fixpoint union --root libs/x', root: 'libs/x' };

const explain = (committed: string, expected: string, path = 'u.json') =>
  explainDrift({ kind: 'stale', path, committed, expected }, CONTEXT);
const toText = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`;
const flag = (key: string, takesValue = false) => ({ key, takes_value: takesValue });
const union = (...flags: readonly object[]) => toText({ commands: [{ path: ['exec'], flags }] });

describe('explainDrift', () => {
  it('explains an edited flag whole [FP-DIAG-003]', () => {
    expect(explain(union(flag('--a'), flag('--json', true)), union(flag('--a'), flag('--json')))).toEqual([
      {
        id: 'union/artifact-stale',
        severity: 'error',
        file: 'u.json',
        message: 'flag --json of command "exec": takes_value is true, the inputs give false',
        path: '/commands/0/flags/1/takes_value',
        position: { line: 14, column: 26 },
        expected: 'false',
        actual: 'true',
        fix: 'fixpoint union --root libs/x',
        patch: [
          '--- a/libs/x/u.json',
          '+++ b/libs/x/u.json',
          '@@ -11,7 +11,7 @@',
          '         },',
          '         {',
          '           "key": "--json",',
          '-          "takes_value": true',
          '+          "takes_value": false',
          '         }',
          '       ]',
          '     }',
          '',
        ].join('\n'),
      },
    ]);
  });

  it('gathers the fields of one flag in one finding', () => {
    const actual = union({ key: '--a', takes_value: true, value_name: 'X', short: '-b' });
    const expected = union({ key: '--a', takes_value: false, short: '-a', repeatable: true });
    const [finding, ...others] = explain(actual, expected);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      message:
        'flag --a of command "exec": takes_value is true, the inputs give false; ' +
        'value_name is "X", the inputs give none; short is "-b", the inputs give "-a"; 1 more field differs',
      path: '/commands/0/flags/0',
      expected: '{"takes_value":false,"short":"-a","repeatable":true}',
      actual: '{"takes_value":true,"value_name":"X","short":"-b"}',
    });
  });

  it('points behind the element that a missing one should follow', () => {
    const [finding] = explain(union(flag('--a'), flag('--c')), union(flag('--a'), flag('--b'), flag('--c')));
    expect(finding).toMatchObject({
      message: 'flag --b of command "exec": not there, the inputs give it',
      path: '/commands/0/flags',
      position: { line: 11, column: 9 },
      expected: '{"key":"--b","takes_value":false}',
    });
    expect(finding?.actual).toBeUndefined();
  });

  it('shows each hunk once, with the finding it belongs to', () => {
    const names = Array.from({ length: 10 }, (_, index) => `--f${index}`);
    const findings = explain(
      union(...names.map((name) => flag(name, name === '--f1' || name === '--f8'))),
      union(...names.map((name) => flag(name))),
    );
    expect(findings.map((finding) => finding.patch?.match(/^@@/gm)?.length)).toEqual([1, 1]);
    expect(findings[0]?.patch).toContain('--f1');
    expect(findings[1]?.patch).toContain('--f8');
  });

  it('lists twenty differences and counts the rest last', () => {
    const names = Array.from({ length: 33 }, (_, index) => `--f${String(index).padStart(2, '0')}`);
    const findings = explain(
      union(...names.map((name) => flag(name, true))),
      union(...names.map((name) => flag(name))),
    );
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)?.message).toBe('… and 13 more differences in this file');
    const missing = explain(union(), union(...names.map((name) => flag(name))));
    expect(missing).toHaveLength(21);
    expect(missing.at(-1)?.message).toBe('… and 13 more differences in this file');
  });

  it('says where a broken JSON file breaks', () => {
    const [finding, ...others] = explain(union(flag('--a')).slice(0, 90), union(flag('--a')));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      id: 'union/artifact-unreadable',
      message: 'cannot be read as JSON: it ends in the middle',
      fix: CONTEXT.fixCommand,
    });
    expect(finding?.position?.line).toBeGreaterThan(5);
  });

  it.each([
    ['2 lines end in CRLF, the inputs give LF', 'a\r\nb\r\n', 'a\nb\n', '1:2'],
    ['1 line ends in CRLF, the inputs give LF', 'a\nb\r\n', 'a\nb\n', '2:2'],
    ['the final newline is missing', 'a\nb', 'a\nb\n', '2:2'],
    ['the file ends in 3 newlines, the inputs give 1', 'a\n\n\n', 'a\n', '4:1'],
    ['the file ends in 1 newline, the inputs give none', 'a\n', 'a', '2:1'],
    ['the file starts with a byte order mark, the inputs give none', '\uFEFFa\n', 'a\n', '1:1'],
  ])('says that %s and shows no patch', (message, committed, expected, place) => {
    for (const path of ['notes.md', 'u.json']) {
      const [finding, ...others] = explain(committed, expected, path);
      expect(others).toEqual([]);
      expect(finding?.message).toContain(message);
      expect(`${finding?.position?.line}:${finding?.position?.column}`).toBe(place);
      expect(finding?.patch).toBeUndefined();
    }
  });

  it('separates line ends from content', () => {
    const findings = explain(union(flag('--a', true)).replaceAll('\n', '\r\n'), union(flag('--a')));
    expect(findings.map((finding) => finding.message)).toEqual([
      expect.stringContaining('lines end in CRLF'),
      'flag --a of command "exec": takes_value is true, the inputs give false',
    ]);
    expect(findings[1]?.patch).not.toContain('\r');
  });

  it('tells layout from content in JSON', () => {
    expect(explain('{"a":1,"b":2}\n', '{ "a": 1, "b": 2 }\n')[0]?.message).toBe(
      'says the same in another layout: whitespace, escapes or the form of a number differ',
    );
    expect(explain('{"b":2,"a":1}\n', '{"a":1,"b":2}\n')[0]?.message).toBe(
      'says the same in another layout: object keys stand in another order',
    );
  });

  it.each([
    ['line 2 is the first that differs from what the inputs give', 'a\nb\nc\n', 'a\nB\nc\n', 2],
    ['ends after line 1, the inputs give 3 lines', 'a\n', 'a\nb\nc\n', 1],
    ['goes on after line 1, where the inputs end', 'a\nb\n', 'a\n', 2],
  ])('says of other text: %s', (message, committed, expected, line) => {
    const [finding] = explain(committed, expected, 'queue.md');
    expect(finding).toMatchObject({ id: 'union/artifact-stale', message, position: { line } });
    expect(finding?.patch).toContain('+++ b/libs/x/queue.md');
  });

  it('has something to say about any two texts that differ, at a place that exists', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).map(toText);
    const text = fc.oneof(
      json,
      json.map((whole) => whole.slice(0, -3)),
      fc.string(),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom('u.json', 'u.md'), (committed, expected, path) => {
        fc.pre(committed !== expected);
        const findings = explain(committed, expected, path);
        expect(findings.length).toBeGreaterThan(0);
        expect(findings.length).toBeLessThanOrEqual(21);
        const lines = committed.split('\n');
        for (const { position } of findings) {
          const line = lines[(position?.line ?? 0) - 1];
          expect(line).toBeDefined();
          expect(position?.column).toBeLessThanOrEqual((line?.length ?? 0) + 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('explains missing files and orphans', () => {
    const drifts: Drift[] = [
      { kind: 'missing', path: 'a.json', expected: '{\n}\n' },
      { kind: 'orphan', path: 'b.json', committed: '{}\n' },
    ];
    expect(drifts.flatMap((drift) => explainDrift(drift, CONTEXT))).toEqual([
      {
        id: 'union/artifact-missing',
        severity: 'error',
        file: 'a.json',
        message: 'not there, the inputs give this file (2 lines)',
        fix: CONTEXT.fixCommand,
      },
      {
        id: 'union/artifact-orphan',
        severity: 'error',
        file: 'b.json',
        message: 'committed, but nothing derives this file any more',
        fix: CONTEXT.fixCommand,
      },
    ]);
  });

  it.each([
    ['.', 'u.json'],
    ['./libs/x/', 'libs/x/u.json'],
    ['libs\\x', 'libs/x/u.json'],
    ['/home/me/x', 'u.json'],
    ['C:\\x', 'u.json'],
    ['../x', 'u.json'],
  ])('names the file in a patch below the root %s as %s', (root, name) => {
    const drift: Drift = { kind: 'stale', path: 'u.json', committed: '1\n', expected: '2\n' };
    const [finding] = explainDrift(drift, { ...CONTEXT, root });
    expect(finding?.patch).toMatch(new RegExp(`^--- a/${name}\n\\+\\+\\+ b/${name}\n`));
  });
});
