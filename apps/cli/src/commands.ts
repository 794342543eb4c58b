import {
  acquire,
  bootstrapCoverage,
  fingerprint,
  renderVerdicts,
  runTarget,
  terminalProgress,
  type Format,
  type TargetName,
} from '@fixpoint/runner';
import type { Terminal } from './terminal';

/** Options of a target as the user typed them. */
export interface TargetOptions {
  readonly root: string;
  readonly format?: Format;
  readonly version?: string;
  readonly target?: string;
  readonly binary?: string;
}

/** `fixpoint <target>`: runs one target over one root and prints its report. */
export async function targetCommand(
  target: TargetName,
  options: TargetOptions,
  terminal: Terminal,
): Promise<number> {
  const verdict = await runTarget({
    target,
    root: options.root,
    base: terminal.cwd,
    version: options.version,
    triple: options.target,
    binary: options.binary,
    progress: terminalProgress(terminal.stderr),
  });
  const { output, exitCode } = renderVerdicts([verdict], {
    format: options.format ?? 'text',
    color: terminal.color,
    command: terminal.command,
  });
  terminal.stdout.write(output);
  return exitCode;
}

/** `fixpoint acquire`: the one command that downloads. */
export async function acquireCommand(
  options: TargetOptions & { pin?: string },
  terminal: Terminal,
): Promise<number> {
  const verdict = await acquire({
    root: options.root,
    base: terminal.cwd,
    version: options.version,
    triple: options.target,
    pin: options.pin,
    progress: terminalProgress(terminal.stderr),
  });
  const { output, exitCode } = renderVerdicts([verdict], {
    format: 'text',
    color: terminal.color,
    command: terminal.command,
  });
  terminal.stdout.write(output);
  return exitCode;
}

/** `fixpoint bootstrap-coverage`: prints a module, writes nothing. */
export async function bootstrapCommand(options: TargetOptions, terminal: Terminal): Promise<number> {
  const { text, verdict } = await bootstrapCoverage({ root: options.root, base: terminal.cwd });
  const { output, exitCode } = renderVerdicts([verdict], {
    format: 'text',
    color: terminal.color,
    command: terminal.command,
  });
  if (text === undefined) terminal.stderr.write(output);
  else terminal.stdout.write(text);
  return exitCode;
}

/** `fixpoint fingerprint`: what Nx hashes in place of the executables. It answers for a broken root as well. */
export async function fingerprintCommand(options: TargetOptions, terminal: Terminal): Promise<number> {
  terminal.stdout.write(`${await fingerprint({ root: options.root, base: terminal.cwd })}\n`);
  return 0;
}
