import { ToolError } from '@fixpoint/model';

interface Explanation {
  readonly reason: string;
  readonly fix: string;
}

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  EACCES: { reason: 'permission denied', fix: 'give the user that runs this access to it' },
  EPERM: { reason: 'operation not permitted', fix: 'give the user that runs this access to it' },
  EROFS: { reason: 'the file system is read-only', fix: 'mount the file system writable' },
  ENOSPC: {
    reason: 'no space left on the device',
    fix: 'free space on that device and run the command again',
  },
  EDQUOT: { reason: 'disk quota exceeded', fix: 'free space within the quota and run the command again' },
  EFBIG: {
    reason: 'the file is larger than the system allows',
    fix: 'raise the file size limit (ulimit -f)',
  },
  ENOENT: { reason: 'no such file or directory', fix: 'create it, or correct the path' },
  EISDIR: { reason: 'it is a directory', fix: 'move the directory away' },
  ENOTDIR: { reason: 'a part of the path is not a directory', fix: 'move the file that stands in the way' },
  ELOOP: { reason: 'its symbolic links form a loop', fix: 'remove one of the links of the loop' },
  ENAMETOOLONG: { reason: 'the name is too long', fix: 'use a shorter path' },
  EBUSY: { reason: 'it is in use', fix: 'close the program that uses it, or unmount it' },
  ETXTBSY: { reason: 'it is a program that is running', fix: 'stop the program' },
  EMFILE: { reason: 'too many open files', fix: 'raise the limit of open files (ulimit -n)' },
  ENFILE: { reason: 'too many open files in the system', fix: 'close other programs' },
  EXDEV: { reason: 'the directory lies on two devices', fix: 'move the directory onto one device' },
  EIO: { reason: 'input/output error', fix: 'check the device' },
};

/** The errno of a system error (`ENOENT`), or undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether an error means that there is no such file: nothing by that name, or a file where a directory is needed. */
export function isAbsent(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/**
 * A system error in the user's words: `cannot <action> <file>: <reason> (<errno>)`, the cause kept. A ToolError comes back as
 * it is; what is no system error is a defect and is thrown on.
 */
export function toToolError(action: string, file: string, error: unknown): ToolError {
  if (error instanceof ToolError) return error;
  const code = errorCode(error);
  if (code === undefined) throw error;
  const known = EXPLANATIONS[code];
  const reason = known?.reason ?? (error as Error).message;
  const fix = known?.fix ?? 'make the file accessible and run the command again';
  return new ToolError(`cannot ${action} ${file}: ${reason} (${code})`, { cause: error, file, fix });
}

/** Runs one action on one file; its system errors leave as ToolErrors. */
export function guarded<T>(action: string, file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw toToolError(action, file, error);
  }
}
