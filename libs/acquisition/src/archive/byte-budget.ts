import { ToolError } from '@fixpoint/model';

/** Counts bytes and refuses more than were allowed. */
export interface ByteBudget {
  /** @throws ToolError when more is spent than there was */
  spend(bytes: number): void;
}

/** A budget for everything that comes out of one archive: a small archive can hold endless zeros. */
export function byteBudget(maxBytes: number): ByteBudget {
  let left = maxBytes;
  return {
    spend(bytes) {
      left -= bytes;
      if (left >= 0) return;
      throw new ToolError(`the archive unpacks to more than ${maxBytes} bytes`, {
        fix: 'look at what the archive holds before you pin it; nothing of it was kept',
      });
    },
  };
}
