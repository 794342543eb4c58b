import { race, samplesOf } from './race';

describe('race', () => {
  it('runs every contender once a round, each round from another one on, after rounds that do not count', async () => {
    const order: string[] = [];
    const contender = (name: string) => ({ name, run: () => order.push(name) });
    const samples = await race(['a', 'b', 'c'].map(contender), { rounds: 2 });
    expect(order.join('')).toBe('abcbcacab');
    expect([...samples].map(([name, times]) => [name, times.length])).toEqual([
      ['a', 2],
      ['b', 2],
      ['c', 2],
    ]);
  });

  it('prepares before each sample and repeats within it', async () => {
    const log: string[] = [];
    const contender = {
      name: 'x',
      prepare: () => void log.push('prepare'),
      run: () => log.push('run'),
      repeat: 2,
    };
    await race([contender], { rounds: 1, warmUp: 1 });
    expect(log).toEqual(['prepare', 'run', 'run', 'prepare', 'run', 'run']);
  });

  it('knows who took part', async () => {
    const samples = await race([{ name: 'a', run: () => undefined }], { rounds: 1 });
    expect(samplesOf(samples, 'a')).toHaveLength(1);
    expect(() => samplesOf(samples, 'b')).toThrow('b was not timed');
  });
});
