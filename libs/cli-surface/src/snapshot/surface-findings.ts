import type { Finding } from '@fixpoint/model';
import type { ProbeFailure } from '@fixpoint/surface-formats';
import { disagreementFindings } from '../sources';
import { snapshotFinding } from './findings';
import type { Surface } from './surface';
import type { SurfaceNode } from './surface-tree';

/** Where a surface is recorded, and the command that reads it again. */
export interface SurfacePlace {
  readonly file: string;
  readonly fix: string;
}

/** What a user is told about a surface that could be read, though not without gaps. All of it is in the record as well. */
export function surfaceFindings(surface: Surface, { file, fix }: SurfacePlace): Finding[] {
  const finding = (
    name: string,
    severity: 'warning' | 'note',
    fields: Pick<Finding, 'message'> & Partial<Finding>,
  ) => snapshotFinding(name, { severity, file, fix, ...fields });
  const { probe, features } = surface;
  const failed = probe.failures.map((failure) =>
    finding('page-failed', failure.kind === 'skipped' ? 'note' : 'warning', {
      path: nameOf(failure.path),
      message: describe(failure),
      fix: FIXES[failure.kind] ?? fix,
    }),
  );
  const mended = [...surface.tree.values()].flatMap((node) => mendedPages(node, finding));
  const more = [
    probe.completion?.status === 'failed' &&
      finding('completion-failed', 'warning', {
        message: `the completion script could not be read (${probe.completion.note}): hidden commands and flags are not seen`,
        fix: 'correct "completion" of the tool in RULES.json, or remove it',
      }),
    ...(probe.sources ?? []).map(
      ({ kind, status, note }) =>
        status === 'failed' &&
        finding('source-failed', 'warning', {
          message: `the second source ${kind} could not be read (${note}): what only it knows is not seen`,
          fix: `correct "sources" of the tool in RULES.json, or remove ${kind} from it`,
        }),
    ),
    features?.problem !== undefined &&
      finding('features-failed', 'warning', {
        message: `the feature list could not be read: ${features.problem}`,
        fix: 'correct "features" of the tool in RULES.json, or remove it',
      }),
    features !== undefined &&
      features.failures.length > 0 &&
      finding('features-not-enabled', 'note', {
        message: `${features.failures.length} features could not be enabled: ${features.failures.map(({ name }) => name).join(', ')}`,
      }),
    probe.flag_probe === 'not-usable' &&
      finding('flag-probe-not-usable', 'note', {
        message: 'the tool does not refuse flags that cannot exist, so it cannot be asked which it accepts',
        fix: 'set "probe_flags" of the tool in RULES.json to false',
      }),
  ].filter((entry) => entry !== false);
  return [...failed, ...mended, ...more, ...disagreementFindings(probe, { file, fix })];
}

type MakeFinding = (
  name: string,
  severity: 'warning' | 'note',
  fields: Pick<Finding, 'message'> & Partial<Finding>,
) => Finding;

function mendedPages({ path, read }: SurfaceNode, finding: MakeFinding): Finding[] {
  const at = { path: nameOf(path) };
  return [
    read?.source.invalidUtf8 === true &&
      finding('page-not-utf8', 'warning', {
        ...at,
        message: `the page of ${nameOf(path)} is not UTF-8; what is not stands as U+FFFD`,
      }),
    read?.source.ansi === true &&
      finding('page-with-ansi', 'note', {
        ...at,
        message: `the page of ${nameOf(path)} has terminal sequences in spite of NO_COLOR; they were taken out`,
      }),
  ].filter((entry) => entry !== false);
}

const FIXES: Partial<Record<ProbeFailure['kind'], string>> = {
  timeout: 'raise "timeout_ms" of the tool in RULES.json if the page only needs longer',
  'too-large':
    'raise "max_page_bytes" or "max_pages" of the tool in RULES.json if that much is to be expected',
  skipped: 'take it out of "skip_commands" of the tool in RULES.json to have its page read',
  depth: 'raise "max_depth" of the tool in RULES.json if the tree really is that deep',
};

function describe({ path, kind, detail }: ProbeFailure): string {
  return `${nameOf(path)}: ${kind === 'phantom' ? 'no such command, ' : ''}${detail}`;
}

function nameOf(path: readonly string[]): string {
  return path.length === 0 ? '(root)' : path.join(' ');
}
