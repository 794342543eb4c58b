import type { Artifact } from '@fixpoint/model';
import { nestedHelpPage } from '@fixpoint/surface-formats';
import type { Surface } from './surface';

/** Captures with paths below the raw help directory of a version and target, moved below the root. */
export function captured(captures: readonly Artifact[], version: string, target: string): Artifact[] {
  return captures.map(({ path, text }) => ({ path: `raw_help/${version}/${target}/${path}`, text }));
}

const DOCUMENTS: Readonly<Record<string, string>> = { 'clap-bash': 'completion.txt' };

/** Everything of a surface that was read as text: help pages, the feature list, the documents of second sources. */
export function surfaceCaptures(surface: Surface, version: string, target: string): Artifact[] {
  const pages = [...surface.tree.values()].flatMap(({ path, read }) =>
    read === undefined ? [] : [{ path: nestedHelpPage(path), text: read.source.text }],
  );
  const beside = [
    ...surface.documents.map(({ kind, text }) => ({ path: DOCUMENTS[kind] ?? `${kind}.txt`, text })),
    { path: 'features.txt', text: surface.features?.text },
  ].flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
  return captured([...pages, ...beside], version, target);
}
