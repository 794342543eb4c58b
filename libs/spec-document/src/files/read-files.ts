import { compareText, isOutsideGlob, readMatching, type Finding, type Ports } from '@fixpoint/model';
import type { SpecFilesConfig } from '@fixpoint/spec-formats';
import type { SpecSource } from '../read-spec';
import { decodeText } from './decode-text';
import { listInside } from './list-inside';
import { lostLinks } from './lost-links';
import { problemOf, unreadableFinding } from './unreadable-finding';

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
  const inside = specs.files.filter((glob) => !isOutsideGlob(glob));
  const outside = specs.files.filter(isOutsideGlob);
  const listed = await listInside(ports.files, inside);
  const informative = new Set(
    (
      await listInside(
        ports.files,
        specs.informative.filter((glob) => !isOutsideGlob(glob)),
      )
    ).paths,
  );
  const paths = listed.paths.filter((path) => !isDerived(path, specs));
  const outcomes = [
    ...listed.findings.map((finding): Outcome => ({ file: finding.file, finding })),
    ...(await Promise.all(paths.map((path) => readInside(ports, path)))),
    ...(await readOutside(ports, outside)),
  ];
  const known = new Set(outcomes.map(({ file }) => file));
  const lost = (await lostLinks(ports, specs.files)).filter(({ file }) => !known.has(file));
  outcomes.push(
    ...lost.flatMap((finding) => (isDerived(finding.file, specs) ? [] : [{ file: finding.file, finding }])),
  );
  outcomes.sort((a, b) => compareText(a.file, b.file));
  for (const { path } of await matchOutside(ports, specs.informative.filter(isOutsideGlob)))
    informative.add(path);
  return {
    files: outcomes.flatMap((outcome) =>
      'text' in outcome ? [{ ...outcome, isInformative: informative.has(outcome.file) }] : [],
    ),
    unread: outcomes.flatMap((outcome) => ('finding' in outcome ? [outcome.file] : [])),
    findings: outcomes.flatMap((outcome) => ('finding' in outcome ? [outcome.finding] : [])),
  };
}

/** What follows from specs is none, even if it lies among them. */
function isDerived(path: string, { output, compliance }: SpecFilesConfig): boolean {
  return path === compliance || path.startsWith(`${output}/`);
}

async function readInside({ files }: Ports, file: string): Promise<Outcome> {
  try {
    const bytes = await files.readBytes(file);
    const decoded = decodeText(file, bytes ?? new Uint8Array());
    return typeof decoded === 'string' ? { file, text: decoded } : { file, finding: decoded };
  } catch (error) {
    return { file, finding: unreadableFinding(file, problemOf(error)) };
  }
}

/** What lies outside is read as a directory of a package is, all files of a glob at once. */
async function readOutside(ports: Ports, globs: readonly string[]): Promise<Outcome[]> {
  try {
    return (await matchOutside(ports, globs)).map(({ path, text }): Outcome => {
      const decoded = decodeText(path, new TextEncoder().encode(text));
      return typeof decoded === 'string' ? { file: path, text: decoded } : { file: path, finding: decoded };
    });
  } catch (error) {
    const problem = problemOf(error);
    const file = globs[0] ?? '.';
    return [{ file, finding: unreadableFinding(file, problem) }];
  }
}

function matchOutside(ports: Ports, globs: readonly string[]) {
  return globs.length === 0 ? Promise.resolve([]) : readMatching(ports, globs);
}
