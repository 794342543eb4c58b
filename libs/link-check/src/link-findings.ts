import type { Finding } from '@fixpoint/model';
import type { SpecsConfig } from '@fixpoint/spec-formats';
import { fixCommand } from '@fixpoint/surface-formats';
import { isFixable, isGeneratedText } from './fix-document';
import { PROBLEMS, type Problem } from './judge/problem';
import type { LinkFacts } from './scan/link-facts';
import { relativeTo } from './scan/paths';

/** What is said of a problem. */
export function problemFinding(problem: Problem, { root }: LinkFacts, config: SpecsConfig): Finding {
  const { kind, document, link, message, suggestions } = problem;
  const file = relativeTo(root, document.path);
  const expected = suggestions.join(' or ');
  return {
    id: `link-check/${kind}`,
    severity: PROBLEMS[kind],
    message: `${message}${expected === '' ? '' : `; did you mean ${expected}?`}`,
    file,
    position: document.linked.positionOf(link),
    actual: link.target,
    ...(expected !== '' && { expected }),
    fix: isFixable(problem, root)
      ? `${fixCommand('link-check', { root: config.root })} --fix`
      : editFor(problem, file),
  };
}

/** What somebody has to write where no command does it. */
function editFor(problem: Problem, file: string): string {
  const [first, ...others] = problem.suggestions;
  if (first === undefined) return FIXES[problem.kind];
  if (isGeneratedText(problem.document.text))
    return `${file} is generated: change its source so that it writes ${first} instead of ${problem.link.target}`;
  return `write ${[first, ...others].join(' or ')} instead of ${problem.link.target}`;
}

const FIXES: Readonly<Record<Problem['kind'], string>> = {
  'missing-file': 'correct the link, or remove it',
  'missing-extension': 'write the extension',
  'wrong-case': 'write the name as the file has it',
  'wrong-normalization': 'write the name as the file has it',
  'missing-anchor': 'write the anchor of a heading that is there, or give the place an id: <a id="…"></a>',
  'outside-workspace': 'link to a file of this workspace, or to the address of a web page',
  'ignored-target': 'commit the file (and take it out of .gitignore), or name it in "links.generated"',
  'undefined-reference': 'add the definition, or write \\[ where no link is meant',
  'empty-target': 'write where the link leads, or remove it',
};
