import type { Finding } from '@fixpoint/model';
import type { StepsConfig } from '@fixpoint/spec-formats';
import { stepcheckDerivation } from '@fixpoint/stepcheck';
import { createPorts } from '@fixpoint/workspace-io';

/** What stepcheck says of the files below a directory, as far as the comparisons need it. */
export interface Said {
  readonly findings: readonly Finding[];
  readonly undefinedSteps: readonly Finding[];
  readonly ambiguousSteps: readonly Finding[];
  readonly unusedDefinitions: readonly Finding[];
  /** Features and definitions that could not be read. */
  readonly unread: readonly Finding[];
}

/** Runs the derivation over files on disk. */
export async function runStepcheck(root: string, steps: StepsConfig): Promise<Said> {
  const config = { root: '.', severity: {}, steps };
  const collected = await stepcheckDerivation.collect(createPorts({ root }), config, { check: true });
  if (!collected.ok) throw new Error(collected.findings.map(({ message }) => message).join('\n'));
  const { findings: broken } = stepcheckDerivation.derive(collected.value, config);
  const findings = [...broken, ...(stepcheckDerivation.check?.(collected.value, config) ?? [])];
  const of = (...ids: readonly string[]) =>
    findings.filter(({ id }) => ids.includes(id.replace('stepcheck/', '')));
  return {
    findings,
    undefinedSteps: of('undefined-step'),
    ambiguousSteps: of('ambiguous-step'),
    unusedDefinitions: of('unused-definition'),
    unread: of(
      'invalid-feature',
      'not-utf8',
      'too-large',
      'unparsable-definitions',
      'invalid-pattern',
      'no-features',
    ),
  };
}
