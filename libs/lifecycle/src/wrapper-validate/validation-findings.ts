import type { Finding } from '@fixpoint/model';
import {
  fixCommand,
  shellWord,
  validationFile,
  type Manifest,
  type ValidationConfig,
} from '@fixpoint/surface-formats';
import type { Measurement } from './measurements';
import type { ValidationResult } from './run-validation';

/** Nothing says how the wrapper is validated. */
export function notConfigured({ root }: Manifest): Finding {
  return {
    id: 'wrapper-validate/not-configured',
    severity: 'note',
    message: 'RULES.json names no validation command, so no version can be validated',
    file: 'RULES.json',
    path: '/validation',
    fix: `add "validation": { "command": ["node", "<script>"] } to RULES.json, then ${fixCommand('wrapper-validate', { root })}`,
  };
}

/** A target whose executable is not here; committed evidence stays. */
export function notRunHere({ version, target }: Measurement, reason: string, manifest: Manifest): Finding {
  return {
    id: 'wrapper-validate/not-run-here',
    severity: 'note',
    message: `${version} was not validated on ${target}: ${reason}`,
    file: validationFile(version, target),
    fix: `${fixCommand('acquire', { root: manifest.root, version, target })}, then ${fixCommand('wrapper-validate', { root: manifest.root, version, target })} on a machine that runs it`,
  };
}

/** The command did not start, so nothing was measured. */
export function notStarted({ command }: ValidationConfig, reason: string, manifest: Manifest): Finding {
  return {
    id: 'wrapper-validate/not-started',
    severity: 'error',
    message: `the validation command could not be started: ${reason}`,
    file: 'RULES.json',
    path: '/validation/command',
    actual: command.map(shellWord).join(' '),
    fix: `correct "validation" in RULES.json, then ${fixCommand('wrapper-validate', manifest)}`,
  };
}

/** The wrapper does not work with an executable, or was not tried. */
export function notPassed(
  { version, target }: Measurement,
  { outcome, detail, output }: ValidationResult,
  manifest: Manifest,
): Finding {
  const said = output === '' ? '' : `\n${output}`;
  return {
    id: `wrapper-validate/${outcome}`,
    severity: 'warning',
    message: `validation ${outcome === 'failed' ? 'failed' : 'was skipped'} with ${version} on ${target}: ${detail ?? ''}${said}`,
    file: validationFile(version, target),
    expected: 'passed',
    actual: outcome,
    fix: `correct the wrapper or its coverage, then ${fixCommand('wrapper-validate', { root: manifest.root, version, target })}`,
  };
}
