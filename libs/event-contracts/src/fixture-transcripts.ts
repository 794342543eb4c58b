import type { TranscriptConfig } from '@fixpoint/contract-formats';
import type { Finding, FoundFile } from '@fixpoint/model';
import { nearest } from '@fixpoint/structured-text';
import type { StreamMedia } from './event-contract';
import type { Transcript } from './transcript';

/** One entry of the configuration with the files that its globs found. */
export interface FixtureSet {
  readonly config: TranscriptConfig;
  readonly files: readonly FoundFile[];
}

/** The event stream of the operation that a set of files belongs to. */
export function mediaOfFixtures(
  { config }: FixtureSet,
  media: readonly StreamMedia[],
): StreamMedia | undefined {
  return media.find(
    ({ document, operation }) =>
      operation.id === config.operation &&
      (config.document === undefined || document.name === config.document),
  );
}

/** Files as transcripts; their findings stand at lines and columns of the files themselves. */
export function fixtureTranscripts({ files }: FixtureSet, media: StreamMedia): Transcript[] {
  return files.map(({ path, text }) => ({
    text,
    media,
    isYaml: false,
    finding: (position, finding) => ({ ...finding, file: path, position }),
  }));
}

/** What is wrong with sets of files before any is read: nothing was found, or nothing describes it. */
export function fixtureProblems(sets: readonly FixtureSet[], media: readonly StreamMedia[]): Finding[] {
  return sets.flatMap((set, index) => {
    const { config, files } = set;
    const path = `/events/transcripts/${index}`;
    return [
      ...(files.length === 0 ? [noFiles(config, path)] : []),
      ...(mediaOfFixtures(set, media) === undefined ? [noOperation(config, path, media)] : []),
    ];
  });
}

/** @req FP-SSE-005 */
function noFiles({ files }: TranscriptConfig, path: string): Finding {
  return {
    id: 'event-transcripts/no-transcripts',
    severity: 'error',
    message: `no transcript is there: ${files.join(', ')} find${files.length === 1 ? 's' : ''} nothing`,
    file: '.',
    path: `${path}/files`,
    expected: 'at least one transcript',
    fix: 'record a transcript, correct the globs, or remove the entry',
  };
}

function noOperation(
  { operation, document }: TranscriptConfig,
  path: string,
  media: readonly StreamMedia[],
): Finding {
  const ids = media.flatMap((stream) => stream.operation.id ?? []);
  const meant = nearest(operation, ids);
  return {
    id: 'event-transcripts/unknown-operation',
    severity: 'error',
    message: `no operation "${operation}"${document === undefined ? '' : ` of the document "${document}"`} gives an event stream${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
    file: '.',
    path: `${path}/operation`,
    ...(ids.length > 0 && { expected: [...new Set(ids)].join(', ') }),
    actual: operation,
    fix: 'name the operation by its operationId, and give it a response of text/event-stream',
  };
}
