import type { Finding, Position } from '@fixpoint/model';
import type { StreamMedia } from './event-contract';

/** A text that somebody wrote down as an event stream. */
export interface Transcript {
  readonly text: string | Uint8Array;
  readonly media: StreamMedia;
  /** Whether it is a block of a YAML file, which loses its final blank lines unless it says that it keeps them. */
  readonly isYaml: boolean;
  /** A finding at a position in the text. */
  finding(at: Position, finding: TranscriptFinding): Finding;
}

/** What a finding in a transcript says. */
export type TranscriptFinding = Pick<Finding, 'id' | 'severity' | 'message' | 'fix' | 'expected' | 'actual'>;
