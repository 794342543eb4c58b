import { createPool } from './pool';

async function mostAtOnce(size: number, tasks: number): Promise<number> {
  const pool = createPool(size);
  let running = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: tasks }, () =>
      pool(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resume) => setImmediate(resume));
        running -= 1;
      }),
    ),
  );
  return most;
}

describe('createPool', () => {
  it('runs as many tasks at once as it may, never more', async () => {
    expect(await mostAtOnce(3, 20)).toBe(3);
    expect(await mostAtOnce(8, 4)).toBe(4);
    expect(await mostAtOnce(0, 2)).toBe(1);
  });

  it('begins tasks in order and goes on after one that fails', async () => {
    const pool = createPool(1);
    const begun: number[] = [];
    const results = await Promise.allSettled(
      [1, 2, 3].map((task) =>
        pool(async () => {
          begun.push(task);
          if (task === 2) throw new Error('no');
          return task;
        }),
      ),
    );
    expect(begun).toEqual([1, 2, 3]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
