import { createMachinePort } from './machine-port';

describe('createMachinePort', () => {
  const clock = () => Date.UTC(2024, 1, 29, 23, 59, 59, 987);
  const now = (epoch: string | undefined) =>
    createMachinePort({ env: { SOURCE_DATE_EPOCH: epoch }, clock }).now();

  it('takes the clock, to the second', () => {
    expect(now(undefined)).toBe('2024-02-29T23:59:59Z');
  });

  it.each([
    ['0', '1970-01-01T00:00:00Z'],
    ['1700000000', '2023-11-14T22:13:20Z'],
    ['+1', '1970-01-01T00:00:01Z'],
    ['-1', '1969-12-31T23:59:59Z'],
    ['253402300799', '9999-12-31T23:59:59Z'],
    ['-62167219200', '0000-01-01T00:00:00Z'],
    ['-62167219201', '1970-01-01T00:00:00Z'],
    ['-377705116800', '1970-01-01T00:00:00Z'],
  ])('takes SOURCE_DATE_EPOCH=%s as %s [FP-DET-006]', (epoch, expected) => {
    expect(now(epoch)).toBe(expected);
  });

  it.each(['', ' 1', '1.5', '1e3', '0x10', 'now', '253402300800', '-377705116801', '99999999999999999999'])(
    'takes the clock when SOURCE_DATE_EPOCH is %j',
    (epoch) => {
      expect(now(epoch)).toBe('2024-02-29T23:59:59Z');
    },
  );

  it('knows the environment and the machine', () => {
    const machine = createMachinePort({ env: { A: 'b' } });
    expect([machine.env('A'), machine.env('B')]).toEqual(['b', undefined]);
    expect(machine.parallelism).toBeGreaterThanOrEqual(1);
    expect(machine.platform).toEqual({
      os: expect.stringMatching(/^\w+$/),
      arch: expect.stringMatching(/^\w+$/),
    });
    expect(['darwin', 'win32', 'x64', 'arm64']).not.toContain(machine.platform?.os);
  });
});
