import { type Finding, type FoundFile, type Ports } from '@fixpoint/model';
import { tagReader, type SourceKind, type TagProblem } from '@fixpoint/source-tags';
import type { TraceConfig } from '@fixpoint/spec-formats';
import { joinLayers, type LayerFacts } from '../trace-link';
import { readLayer } from './read-layer';
import { notUtf8 } from './unreadable';

/** Reads the tags in code and tests. A file that the globs of both find is one of tests. */
export async function readSources(
  ports: Ports,
  { code, tests }: TraceConfig,
  ids: readonly string[],
): Promise<LayerFacts> {
  const read = tagReader({ ids, patterns: { code: code.patterns, test: tests.patterns } });
  const layerOf = (file: FoundFile, kind: SourceKind): LayerFacts => {
    if (!file.isUtf8) return { links: [], findings: [notUtf8(file.path)] };
    const { tags, problems } = read({ file: file.path, text: file.text, kind });
    const untraced = kind === 'test' && tags.length === 0 && problems.length === 0;
    return {
      links: tags.map((tag) => ({ ...tag, file: file.path })),
      findings: [
        ...problems.map((problem) => problemFinding(file.path, problem)),
        ...(untraced ? [withoutRequirement(file.path)] : []),
      ],
    };
  };
  const tested = await readLayer(ports, tests.files);
  const coded = await readLayer(ports, code.files);
  const known = new Set([
    ...tested.files.map(({ path }) => path),
    ...tested.findings.map(({ file }) => file),
  ]);
  const isNew = (path: string): boolean => !known.has(path);
  return joinLayers([
    { links: [], findings: [...tested.findings, ...coded.findings.filter(({ file }) => isNew(file))] },
    ...tested.files.map((file) => layerOf(file, 'test')),
    ...coded.files.filter(({ path }) => isNew(path)).map((file) => layerOf(file, 'code')),
  ]);
}

function problemFinding(file: string, { kind, message, position }: TagProblem): Finding {
  const base = { message: `${file}: ${message}`, file, ...(position && { position }) };
  if (kind === 'no-id')
    return {
      id: 'trace/tag-without-id',
      severity: 'warning',
      ...base,
      fix: `write the id of the requirement behind the tag in ${file}, or remove the tag`,
    };
  if (kind === 'skipped')
    return {
      id: 'trace/skipped-test',
      severity: 'warning',
      ...base,
      fix: 'let the test run, or remove the id from it',
    };
  if (kind === 'too-large')
    return {
      id: 'trace/too-large',
      severity: 'error',
      ...base,
      fix: `exclude ${file} by a glob that begins with "!"`,
    };
  return {
    id: 'trace/pattern-too-costly',
    severity: 'error',
    ...base,
    fix: `let the pattern begin with letters that are always there, or exclude ${file} by a glob that begins with "!"`,
  };
}

function withoutRequirement(file: string): Finding {
  return {
    id: 'trace/test-without-requirement',
    severity: 'note',
    message: `no test of ${file} names a requirement`,
    file,
    fix: `name the requirement in the title of a test ("… [ID]") or in a comment above it ("Verifies: ID")`,
  };
}
