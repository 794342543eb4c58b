import { compareFindings, type Finding } from '@fixpoint/model';
import { statesNothing, type SpecDocument } from '@fixpoint/spec-document';
import type { SpecFilesConfig } from '@fixpoint/spec-formats';
import type { ExtractFacts } from './collect-facts';
import { planIndex } from './index-plan';

/** What is wrong with specs and with the files of the index, apart from specs that cannot be read at all. */
export function extractFindings(facts: ExtractFacts, config: SpecFilesConfig): Finding[] {
  const { unread, findings } = facts.specs;
  const { collisions, handWritten, edited } = planIndex(facts, config);
  return [
    ...findings.filter(({ file }) => !unread.includes(file)),
    ...emptyFindings(facts, config),
    ...collisions.flatMap(({ paths, files }) => collision(paths[0] ?? '', files)),
    ...handWritten.map(({ path, source }) => notOverwritten(path, source)),
    ...edited.map(editedOrphan),
  ].sort(compareFindings);
}

function emptyFindings({ specs: facts }: ExtractFacts, config: SpecFilesConfig): Finding[] {
  if (statesNothing(facts, config)) return [noSpecs(facts.specs)];
  const { specs, unread } = facts;
  const isEmpty = unread.length === 0 && specs.every(({ requirements }) => requirements.length === 0);
  if (isEmpty && config.allowEmpty) return [];
  const findings = specs.flatMap(noIds);
  if (!isEmpty || findings.length > 0) return findings;
  const unfit = specs.flatMap(({ file, oddIds }) => {
    const odd = oddIn(oddIds);
    return odd === undefined ? [] : [unfitPattern(file, odd)];
  });
  return unfit.length > 0 ? unfit : [nothingAtAll(specs, config)];
}

/** @req FP-SPEC-008 */
function noIds({ file, isNormative, requirements, oddIds }: SpecDocument): Finding[] {
  if (!isNormative || requirements.length > 0) return [];
  const odd = oddIn(oddIds);
  if (odd !== undefined) return [unfitPattern(file, odd)];
  return [
    {
      id: 'spec-extract/no-ids',
      severity: 'error',
      message: `${file} claims to be normative and defines no id`,
      file,
      position: { line: 1, column: 1 },
      fix: `put an id in brackets at the end of each requirement of ${file}, or list the file in "specs.informative"`,
    },
  ];
}

function oddIn(oddIds: SpecDocument['oddIds']): string | undefined {
  return oddIds.find(({ text }) => /^[A-Z][\w-]*$/.test(text))?.text;
}

/** What looks like ids is there, and the patterns want something else. */
function unfitPattern(file: string, odd: string): Finding {
  const pattern = odd.replace(/\d+$/, '[0-9]+');
  return {
    id: 'spec-extract/no-ids',
    severity: 'error',
    message: `${file} defines no id: "${odd}" is none by "specs.ids"`,
    file,
    position: { line: 1, column: 1 },
    actual: odd,
    fix: `add the pattern "${pattern}" to "specs.ids" in SPECS.json, or write ids as the patterns there have them`,
  };
}

/** Nobody said that these are specs, and nothing in them does. */
function noSpecs(specs: readonly SpecDocument[]): Finding {
  return {
    id: 'spec-extract/no-requirements',
    severity: 'note',
    message: `nothing in ${specs.map(({ file }) => file).join(', ')} claims to state requirements, so no index is made`,
    file: '.',
    fix: 'put ids in brackets at the end of what is required, or say in a SPECS.json that there are no specs here: "specs": false',
  };
}

/** A check that finds nothing must not pass. */
function nothingAtAll(specs: readonly SpecDocument[], { files }: SpecFilesConfig): Finding {
  const message =
    specs.length === 0
      ? `no file matches ${files.join(', ')} of "specs.files"`
      : 'no spec defines an id, so that nothing can be traced';
  return {
    id: 'spec-extract/no-requirements',
    severity: 'error',
    message,
    file: '.',
    fix: 'correct "specs.files" or "specs.ids", or say "allow_empty": true in "specs" if that is meant',
  };
}

function collision(path: string, files: readonly string[]): Finding[] {
  return files.map((file) => ({
    id: 'spec-extract/same-output',
    severity: 'error',
    message: `${files.join(' and ')} would have one output, ${path}; none is written`,
    file,
    actual: path,
    fix: `rename ${file}, or the others`,
  }));
}

function notOverwritten(path: string, source: string): Finding {
  return {
    id: 'spec-extract/hand-written',
    severity: 'error',
    message: `${path} was not generated, and stands where the index of ${source} goes; it stays as it is`,
    file: path,
    position: { line: 1, column: 1 },
    fix: `move ${path} away, or name another place in "specs.output" or "specs.compliance"`,
  };
}

function editedOrphan(path: string): Finding {
  return {
    id: 'spec-extract/edited-orphan',
    severity: 'error',
    message: `${path} was generated and then changed by hand, and its spec is gone; it stays as it is`,
    file: path,
    position: { line: 1, column: 1 },
    fix: `delete ${path}, or remove its first line to keep it as a file of your own`,
  };
}
