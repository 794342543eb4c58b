import { compareText, readReadable, type Finding, type FoundFile, type Ports } from '@fixpoint/model';
import type { SpecFilesConfig } from '@fixpoint/spec-formats';
import type { SpecSource } from '../read-spec';
import { lostLinks } from './lost-links';
import { specText } from './spec-text';
import { unreadableFinding } from './unreadable-finding';

/** The specs that could be read, those that could not, and why. */
export interface ReadFiles {
  /** Sorted by file. */
  readonly files: readonly SpecSource[];
  readonly unread: readonly string[];
  readonly findings: readonly Finding[];
}

type Outcome =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly finding: Finding };

/** Reads what the globs of specs match, each file by itself. Globs may begin with `../`. */
export async function readFiles(ports: Ports, specs: SpecFilesConfig): Promise<ReadFiles> {
  const { files, refused } = await readReadable(ports, specs.files);
  const informative = await readReadable(ports, specs.informative);
  const isInformative = new Set(informative.files.map(({ path }) => path));
  const outcomes: Outcome[] = [
    ...refused.map((problem) => ({ file: problem.file, finding: unreadableFinding(problem) })),
    ...files.filter(({ path }) => !isDerived(path, specs)).map(toOutcome),
  ];
  const known = new Set(outcomes.map(({ file }) => file));
  const lost = (await lostLinks(ports, specs.files)).filter(
    ({ file }) => !known.has(file) && !isDerived(file, specs),
  );
  outcomes.push(...lost.map((finding) => ({ file: finding.file, finding })));
  outcomes.sort((a, b) => compareText(a.file, b.file));
  return {
    files: outcomes.flatMap((outcome) =>
      'text' in outcome ? [{ ...outcome, isInformative: isInformative.has(outcome.file) }] : [],
    ),
    unread: outcomes.flatMap((outcome) => ('finding' in outcome ? [outcome.file] : [])),
    findings: outcomes.flatMap((outcome) => ('finding' in outcome ? [outcome.finding] : [])),
  };
}

/** What follows from specs is none, even if it lies among them. */
function isDerived(path: string, { output, compliance }: SpecFilesConfig): boolean {
  return path === compliance || path.startsWith(`${output}/`);
}

function toOutcome(found: FoundFile): Outcome {
  const text = specText(found);
  return typeof text === 'string' ? { file: found.path, text } : { file: found.path, finding: text };
}
