import type { Finding } from '@fixpoint/model';

/** UTF-16 units; a bundle is no file of step definitions. */
export const LONGEST_FILE = 1024 * 1024;

/** A step whose pattern is computed. */
export function unknownPattern(file: string, position: Finding['position']): Finding {
  return {
    id: 'stepcheck/unknown-pattern',
    severity: 'warning',
    message:
      'the pattern of this step definition is only known when the code runs, so no step is compared with it',
    file,
    ...(position && { position }),
    expected:
      'a string, a template without substitutions, a regular expression, or a constant of this file; 10000 characters at the most',
    fix: `write the pattern as a literal in ${file}${position ? ` at line ${position.line}` : ''}`,
  };
}

/** A parameter type that is computed. */
export function unknownParameter(file: string, position: Finding['position']): Finding {
  return {
    ...unknownPattern(file, position),
    message:
      'the name or the regular expression of this parameter type is only known when the code runs, so it is not defined here',
    expected: '{ name: a string, regexp: a regular expression or a list of them }',
    fix: `write name and regexp as literals in ${file}${position ? ` at line ${position.line}` : ''}`,
  };
}

/** A file that is no script. */
export function unparsable(file: string, problem: string): Finding {
  return {
    id: 'stepcheck/unparsable-definitions',
    severity: 'error',
    message: `step definitions cannot be parsed: ${problem}`,
    file,
    fix: `correct the syntax of ${file}, or leave the file out of "steps.definitions"`,
  };
}

/** A file that is not looked at. */
export function tooLarge(file: string): Finding {
  return {
    id: 'stepcheck/too-large',
    severity: 'error',
    message: `${file} is not read: it is longer than ${LONGEST_FILE} characters`,
    file,
    fix: `leave ${file} out of "steps.definitions"`,
  };
}
