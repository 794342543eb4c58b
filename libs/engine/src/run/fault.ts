import { ConfigError, type Finding, isRelativePath, type Outcome, ToolError } from '@fixpoint/model';

/** A thrown error in the form that a verdict can carry. */
export interface Fault {
  readonly outcome: Outcome;
  readonly finding: Finding;
}

/** What is known of the run in which an error was thrown. */
export interface FaultContext {
  readonly derivationId: string;
  readonly fixCommand: string;
  /** Absolute root of the run; taken out of messages, which are the same on every machine. */
  readonly absoluteRoot: string;
}

/**
 * Turns whatever was thrown into a finding: ConfigError is a problem of usage, ToolError one of the environment, everything
 * else a defect of this product, the only one that shows its stack.
 *
 * @req FP-EXIT-005, FP-EXIT-008
 */
export function faultOf(error: unknown, context: FaultContext): Fault {
  const { derivationId, fixCommand, absoluteRoot } = context;
  const kind = kindOf(error);
  const text = kind.name === 'internal-error' ? stackOf(error) : messageOf(error);
  return {
    outcome: kind.outcome,
    finding: {
      id: `${derivationId}/${kind.name}`,
      severity: 'error',
      message: relativeTo(absoluteRoot, text),
      ...placeAndFix(error, kind.fix(fixCommand)),
    },
  };
}

/** A ToolError may know better than its kind where it happened and what helps. */
function placeAndFix(error: unknown, fix: string): Pick<Finding, 'file' | 'fix'> {
  if (!(error instanceof ToolError)) return { file: '.', fix };
  const isUsable = error.file !== undefined && isRelativePath(error.file);
  return { file: isUsable ? (error.file as string) : '.', fix: error.fix ?? fix };
}

interface FaultKind {
  readonly name: string;
  readonly outcome: Outcome;
  readonly fix: (command: string) => string;
}

const USAGE: FaultKind = {
  name: 'config-error',
  outcome: 'usage',
  fix: (command) => `correct the configuration, then run: ${command}`,
};

const ENVIRONMENT: FaultKind = {
  name: 'tool-error',
  outcome: 'environment',
  fix: (command) => `provide what is missing, then run: ${command}`,
};

const INTERNAL: FaultKind = {
  name: 'internal-error',
  outcome: 'internal',
  fix: (command) =>
    `this is a defect of Fixpoint: please report it with this text and the command: ${command}`,
};

function kindOf(error: unknown): FaultKind {
  if (error instanceof ConfigError) return USAGE;
  return error instanceof ToolError ? ENVIRONMENT : INTERNAL;
}

/** The message with those of its causes, each once. */
function messageOf(error: unknown): string {
  const parts: string[] = [];
  for (let cause = error; cause !== undefined && parts.length < 5; cause = causeOf(cause)) {
    const text = cause instanceof Error ? cause.message : String(cause);
    if (!parts.some((part) => part.includes(text))) parts.push(text);
  }
  return parts.join(': ');
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

function stackOf(error: unknown): string {
  const message = messageOf(error);
  const stack = error instanceof Error ? error.stack : undefined;
  if (stack === undefined) return message;
  return stack.includes(message) ? stack : `${message}\n${stack}`;
}

function relativeTo(root: string, text: string): string {
  if (root.length < 2) return text;
  return text.replaceAll(`${root}/`, '').replaceAll(root, '.');
}
