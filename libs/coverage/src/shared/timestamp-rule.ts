import { keepTimestamp, toJsonText, withoutAbsent } from '@fixpoint/surface-formats';

/** Where the time of an artifact may come from, in this order after a committed artifact that is otherwise the same. */
export interface TimeSources {
  /** What `SOURCE_DATE_EPOCH` asks for; it comes before everything else. */
  readonly epoch?: string;
  /** The committed text of the same artifact. */
  readonly committed?: string;
  /** The newest time among the inputs. */
  readonly inputs?: string;
}

/** Prints a record, with its time or without. */
export type TimestampRule = (record: TimedRecord, sources: TimeSources) => string;

/** A record in which `generated_at` has its place. */
export interface TimedRecord {
  readonly generated_at?: string;
}

const FIELD = 'generated_at';
// Parity contract §1.4: what stands where no time can be had.
const NO_TIME = '1970-01-01T00:00:00Z';

/** The format requires a time (rules version 1): design §2 says which one. */
export const requiredTimestamp: TimestampRule = (record, { epoch, committed, inputs }) => {
  const timed = toJsonText({ ...record, [FIELD]: epoch ?? inputs ?? NO_TIME });
  return epoch === undefined ? keepTimestamp(timed, committed, FIELD) : timed;
};

/**
 * A derived artifact says nothing of when it was made: its inputs do (rules version 2).
 *
 * @req FP-DET-007
 */
export const noTimestamp: TimestampRule = (record) =>
  toJsonText(withoutAbsent({ ...record, [FIELD]: undefined }));
