import {
  compareFindings,
  compareText,
  failureOf,
  success,
  type Finding,
  type Ports,
  type Result,
} from '@fixpoint/model';
import { idPatternProblem, type SpecFilesConfig, type SpecsConfig } from '@fixpoint/spec-formats';
import { duplicateFindings } from './duplicate-findings';
import { readFiles } from './files/read-files';
import { readSpec, type ReadSpec } from './read-spec';
import type { DefinedRequirement, SpecDocument, SpecFacts } from './spec-document';

/**
 * Reads the specs that `config.specs.files` names; none where the section is switched off. A spec that cannot be read (not UTF-8, larger than 5 MB,
 * a loop of symlinks, outside of the workspace) is left out with a finding; what is wrong with one spec hides no other.
 *
 * An id is **defined** in prose (a paragraph, a list item, a cell, a heading) where it stands
 * - in brackets at the beginning of a block, or at its end unless a word such as "see" or "in" goes before it; several share the block
 *   (`[A-1] [A-2]`, `[A-1, A-2]`, `[A-1..3]`), or have the sentences before them, or behind them, each;
 * - bare at the beginning before `:`, `.`, a dash, or a sentence, or in bold; in a heading always;
 * - alone in the first cell of a row, or in a column that is called "ID".
 *
 * Everywhere else it is **mentioned**: in the middle of a sentence, in parentheses, as the text of a link, without any text that it could be the
 * id of; bare where some spec has it in brackets, or in a row where one has it outside of tables, and no key word follows. In code, HTML blocks, front matter, and struck text it is nothing.
 */
export async function readSpecs(ports: Ports, { specs }: SpecsConfig): Promise<Result<SpecFacts>> {
  if (specs === undefined) return success({ specs: [], findings: [], unread: [] });
  const unfit = patternFindings(specs);
  if (unfit.length > 0) return failureOf('usage', ...unfit);
  const { files, unread, findings } = await readFiles(ports, specs);
  const read = files.map((source) => readSpec(source, specs.ids));
  const idsWithout = (weak: (spec: ReadSpec) => ReadonlySet<DefinedRequirement>): ReadonlySet<string> =>
    new Set(
      read.flatMap((spec) =>
        spec.document.requirements.filter((requirement) => !weak(spec).has(requirement)).map(({ id }) => id),
      ),
    );
  const [bracketed, inProse] = [idsWithout(({ bare }) => bare), idsWithout(({ rows }) => rows)];
  const documents = read.map((spec) => withoutWeak(spec, bracketed, inProse));
  return success({
    specs: documents,
    findings: [
      ...findings,
      ...read.flatMap((spec) => spec.findings),
      ...codeOnly(read, documents),
      ...duplicateFindings(documents),
    ].sort(compareFindings),
    unread: [...unread].sort(compareText),
  });
}

function patternFindings({ ids }: SpecFilesConfig): Finding[] {
  return ids.flatMap((pattern) => {
    const problem = idPatternProblem(pattern);
    if (problem === undefined) return [];
    const { message, fix } = problem;
    return [
      { id: 'spec-extract/invalid-id-pattern', severity: 'error', message, file: '.', actual: pattern, fix },
    ];
  });
}

/**
 * A bare id at the beginning of a line of a trace or an index is a mention of what is defined in brackets; one in a row of a matrix is a mention of
 * what is defined outside of tables.
 */
function withoutWeak(
  { document, bare, rows }: ReadSpec,
  bracketed: ReadonlySet<string>,
  inProse: ReadonlySet<string>,
): SpecDocument {
  const weak = document.requirements.filter(
    (requirement) =>
      requirement.level === 'info' &&
      ((bare.has(requirement) && bracketed.has(requirement.id)) ||
        (rows.has(requirement) && inProse.has(requirement.id))),
  );
  if (weak.length === 0) return document;
  const mentions = [...document.mentions, ...weak.map(({ id, position }) => ({ id, position }))];
  return {
    ...document,
    requirements: document.requirements.filter((requirement) => !weak.includes(requirement)),
    mentions: mentions.sort(
      (a, b) => a.position.line - b.position.line || a.position.column - b.position.column,
    ),
  };
}

/** Ids that stand in code and are defined nowhere: somebody may think that they are. */
function codeOnly(read: readonly ReadSpec[], documents: readonly SpecDocument[]): Finding[] {
  const known = new Set(documents.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
  return read.flatMap(({ document: { file }, inCode }) => {
    const first = new Map(inCode.toReversed().map((found) => [found.id, found]));
    return [...first.values()]
      .filter(({ id }) => !known.has(id))
      .map(
        ({ id, position }): Finding => ({
          id: 'spec-extract/id-in-code',
          severity: 'warning',
          message: `[${id}] stands in code, which defines nothing, and in no prose`,
          file,
          position,
          actual: id,
          fix: `state ${id} in prose, or take it out of the code`,
        }),
      );
  });
}
