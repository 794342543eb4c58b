import {
  withoutAbsent,
  type ProbeRecord,
  type SourceDisagreement,
  type SourceRecord,
  type ToolConfig,
} from '@fixpoint/surface-formats';
import { crossCheck, type CheckedPages } from './cross-check';
import type { SourceReading } from './read-sources';

/** The entries of the record for the second sources: `completion` has a place of its own. */
export function sourceRecords(
  tool: ToolConfig,
  readings: readonly SourceReading[],
  checked: CheckedPages,
): Pick<ProbeRecord, 'completion' | 'sources'> {
  const records = readings.map((reading) => toRecord(reading, crossCheck(reading, checked)));
  const [first, ...others] = records;
  if (tool.completion === undefined || first === undefined) {
    return { sources: records.length === 0 ? undefined : records };
  }
  const { kind: format, ...rest } = first;
  return { completion: { format, ...rest }, sources: others.length === 0 ? undefined : others };
}

function toRecord(
  { kind, status, note }: SourceReading,
  disagreements: readonly SourceDisagreement[],
): SourceRecord {
  return withoutAbsent<SourceRecord>({
    kind: kind.kind,
    status,
    note,
    disagreements: disagreements.length === 0 ? undefined : disagreements,
  });
}
