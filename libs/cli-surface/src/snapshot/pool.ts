/** Runs a task as soon as fewer than the pool's size are running; tasks begin in the order in which they were given. */
export type Pool = <T>(task: () => Promise<T>) => Promise<T>;

/** A pool that runs at most `size` tasks at once. */
export function createPool(size: number): Pool {
  let free = Math.max(1, size);
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resume) => waiting.push(resume));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
