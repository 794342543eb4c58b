import type { ReporterOptions, RuleText } from './reporter';

/** The problems that every derivation can have, by the part of the id behind the derivation. */
const COMMON: Readonly<Record<string, RuleText>> = {
  'artifact-missing': {
    summary: 'A derived file is not committed.',
    help: 'The inputs give a file that is not there. Run the fixing command and commit what it writes.',
  },
  'artifact-stale': {
    summary: 'A committed file is not what its inputs give.',
    help:
      'Either an input changed and the file was not derived again, or the file was edited by hand. ' +
      'Run the fixing command and commit what it writes; a wanted change belongs into the inputs.',
  },
  'artifact-orphan': {
    summary: 'A committed file follows from no input any more.',
    help: 'The input it was derived from is gone. Run the fixing command, which removes the file, and commit that.',
  },
  'artifact-unreadable': {
    summary: 'A committed file cannot be parsed.',
    help: 'It was cut off, merged badly or edited by hand. Run the fixing command, which writes it anew.',
  },
  'nothing-derived': {
    summary: 'No input was found, so nothing could be compared.',
    help: 'A check that looks at nothing must not pass. Make the inputs first, or correct the configuration.',
  },
  'config-error': { summary: 'The configuration or the request is wrong.' },
  'tool-error': { summary: 'A tool, file or permission is missing.' },
  'internal-error': { summary: 'A defect of Fixpoint.' },
};

/** What a finding id means: the text that was given for it, the common one, or the words of the id. */
export function ruleTextOf(id: string, { rules = {} }: ReporterOptions): RuleText {
  const name = id.slice(id.indexOf('/') + 1);
  return rules[id] ?? COMMON[name] ?? { summary: sentence(name) };
}

function sentence(name: string): string {
  const words = name.replace(/[-/]+/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
