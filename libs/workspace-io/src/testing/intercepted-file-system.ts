import { type FileSystem, nodeFileSystem } from '../files/file-system';

/** One call of the file system that is about to be made. */
export interface Call {
  readonly name: keyof FileSystem;
  readonly args: readonly unknown[];
  /** 0-based, counted over all calls. */
  readonly index: number;
}

/** The real file system, with a look at every call before it is made; what `before` throws is the call's failure. */
export function interceptedFileSystem(before: (call: Call) => void): FileSystem {
  let count = 0;
  const wrapped = Object.entries(nodeFileSystem).map(([name, run]) => [
    name,
    (...args: readonly unknown[]) => {
      before({ name: name as keyof FileSystem, args, index: count++ });
      return (run as (...args: readonly unknown[]) => unknown)(...args);
    },
  ]);
  return Object.fromEntries(wrapped) as FileSystem;
}

/** A system error as Node makes it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}
