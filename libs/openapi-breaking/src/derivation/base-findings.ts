import type { Finding } from '@fixpoint/model';
import { inBaseline } from './base';
import type { BreakingFacts } from './facts';

/** A document that is new since the base: there is nothing that could break. */
export function newDocument(file: string, { base }: BreakingFacts): Finding {
  const directory = base?.directory;
  return {
    id: 'breaking/document-new',
    severity: 'note',
    message: `${file} is not in ${base?.name}: the document is new, and nothing is compared`,
    file,
    fix:
      directory === undefined
        ? 'nothing to repair: it is compared from the next merge on'
        : `when it is published: cp ${file} ${inBaseline(directory, file)}`,
  };
}

/** A baseline that has none of the documents is named wrongly, and comparing with nothing proves nothing. */
export function emptyBaseline(directory: string, file: string): Finding {
  return {
    id: 'breaking/baseline-empty',
    severity: 'error',
    message: `the baseline ${directory} has none of the documents, so that nothing is compared`,
    file: directory,
    expected: inBaseline(directory, file),
    fix: `keep the documents there as they were published (cp ${file} ${inBaseline(directory, file)}), or correct breaking.baseline`,
  };
}

/** A document of the base that cannot be read. What is committed in a baseline can be repaired; what lies in the past cannot. */
export function baseProblem(finding: Finding, { base }: BreakingFacts): Finding {
  const directory = base?.directory;
  if (directory !== undefined) return { ...finding, file: inBaseline(directory, finding.file) };
  const { position: _position, ...rest } = finding;
  return {
    ...rest,
    id: 'breaking/base-unreadable',
    severity: 'warning',
    message: `nothing is compared with ${base?.name}, where ${finding.message}`,
    fix: 'nothing to repair once this is merged; until then name a revision with a document that can be read (breaking.base)',
  };
}

/** Contracts that are to be compared although none is named. */
export function noDocuments(): Finding {
  return {
    id: 'breaking/no-documents',
    severity: 'error',
    message: 'the contracts are to be compared, and no document is named',
    file: '.',
    fix: 'name the documents where the contracts are named, or remove `breaking` there',
  };
}

/** A file of waivers that is named and absent. */
export function absentWaivers(file: string): Finding {
  return {
    id: 'breaking/waivers-absent',
    severity: 'error',
    message: `the file of waivers ${file} is not there`,
    file,
    fix: `create ${file} with an empty list ([]), or remove breaking.waivers`,
  };
}
