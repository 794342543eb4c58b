import fc from 'fast-check';
import { epochTimestamp, keepTimestamp, newestTimestamp, toJsonText } from './index';

describe('epochTimestamp', () => {
  it.each([
    ['0', '1970-01-01T00:00:00Z'],
    ['+86400', '1970-01-02T00:00:00Z'],
    ['-1', '1969-12-31T23:59:59Z'],
    ['253402300799', '9999-12-31T23:59:59Z'],
    ['-62167219201', '1970-01-01T00:00:00Z'],
  ])('reads %s', (value, expected) => {
    expect(epochTimestamp(value)).toBe(expected);
  });

  it.each([undefined, '', ' 1', '1.5', '0x10', 'now', '253402300800', '-377705116801', '9'.repeat(30)])(
    'does not read %s',
    (value) => {
      expect(epochTimestamp(value)).toBeUndefined();
    },
  );
});

describe('newestTimestamp', () => {
  it('compares instants, not texts', () => {
    expect(newestTimestamp(['2024-01-01T02:00:00+02:00', '2024-01-01T00:30:00Z'])).toBe(
      '2024-01-01T00:30:00Z',
    );
  });

  it('tells fractions below a millisecond apart', () => {
    const [older, newer] = ['2024-01-01T00:00:00.0000001Z', '2024-01-01T00:00:00.0000002Z'];
    expect(newestTimestamp([newer, older])).toBe(newer);
  });

  it('prefers a date to a text that is none', () => {
    expect(newestTimestamp(['zzz', '1970-01-01T00:00:00Z'])).toBe('1970-01-01T00:00:00Z');
    expect(newestTimestamp([])).toBeUndefined();
  });

  it('does not depend on the order', () => {
    const timestamp = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.array(timestamp), (timestamps) => {
        expect(newestTimestamp(timestamps.toReversed())).toBe(newestTimestamp(timestamps));
      }),
    );
  });
});

describe('keepTimestamp', () => {
  const document = (time: string, value: unknown = 1) => toJsonText({ a: { time: 'x' }, time, value });

  it('keeps the committed time when nothing else changed [FP-DET-005]', () => {
    expect(keepTimestamp(document('new'), document('old'), 'time')).toBe(document('old'));
  });

  it('takes the derived time when something else changed', () => {
    expect(keepTimestamp(document('new', 2), document('old', 1), 'time')).toBe(document('new', 2));
  });

  it('keeps the time of a document in another layout, and the layout of the derived one', () => {
    const committed = JSON.stringify({ a: { time: 'x' }, time: 'old', value: 1 });
    expect(keepTimestamp(document('new'), committed, 'time')).toBe(document('old'));
    expect(keepTimestamp(document('new'), document('old').replaceAll('\n', '\r\n'), 'time')).toBe(
      document('old'),
    );
  });

  it('changes the top-level field only, first, last or in the middle', () => {
    const first = toJsonText({ time: 'new', a: { time: 'x' } });
    expect(keepTimestamp(first, toJsonText({ time: 'old', a: { time: 'x' } }), 'time')).toContain('"old"');
    const last = toJsonText({ a: 1, time: 'new' });
    expect(keepTimestamp(last, toJsonText({ a: 1, time: 'old' }), 'time')).toBe(
      toJsonText({ a: 1, time: 'old' }),
    );
  });

  it.each([
    ['nothing', undefined],
    ['half a document', document('old').slice(0, 20)],
    ['a list', '[]'],
    ['a time that is no text', document('old').replace('"old"', '7')],
    ['a line that is no JSON', document('old').replace('"old"', 'old')],
    ['no time', toJsonText({ a: { time: 'x' }, value: 1 })],
  ])('keeps nothing of %s', (_what, committed) => {
    expect(keepTimestamp(document('new'), committed, 'time')).toBe(document('new'));
  });

  it('leaves a document without the field alone', () => {
    expect(keepTimestamp(toJsonText({ a: 1 }), document('old'), 'time')).toBe(toJsonText({ a: 1 }));
  });

  it('gives the committed document back whatever the time and the rest are', () => {
    const rest = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(rest, fc.string(), fc.string(), (fields, derived, committed) => {
        const text = (at: string) => toJsonText({ ...fields, at });
        expect(keepTimestamp(text(derived), text(committed), 'at')).toBe(text(committed));
      }),
    );
  });
});
