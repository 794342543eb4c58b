import { ConfigError, isRelativePath, ToolError, type Outcome, type Verdict } from '@fixpoint/model';

/** A verdict for an error that was thrown before or between derivations. */
export function faultVerdict(
  error: unknown,
  { target, root, absoluteRoot }: { target: string; root: string; absoluteRoot: string },
): Verdict {
  const [outcome, id] = kindOf(error);
  const text =
    error instanceof Error
      ? outcome === 'internal'
        ? (error.stack ?? error.message)
        : error.message
      : String(error);
  const known = error instanceof ToolError ? error : undefined;
  return {
    target,
    root,
    outcome,
    findings: [
      {
        id,
        severity: 'error',
        message: withoutRoot(text, { root, absoluteRoot }),
        file: known?.file !== undefined && isRelativePath(known.file) ? known.file : '.',
        fix: known?.fix ?? FIXES[outcome] ?? 'correct what the message names and run the command again',
      },
    ],
    drifts: [],
    written: [],
    removed: [],
    compared: 0,
  };
}

// Messages are the same on every machine; a root that is the whole file system is part of every path.
function withoutRoot(text: string, { root, absoluteRoot }: { root: string; absoluteRoot: string }): string {
  if (absoluteRoot.length < 2) return text;
  return text.replaceAll(`${absoluteRoot}/`, '').replaceAll(absoluteRoot, root);
}

const FIXES: Partial<Record<Outcome, string>> = {
  internal: 'this is a defect of Fixpoint: please report it with this text',
};

function kindOf(error: unknown): [Outcome, string] {
  if (error instanceof ConfigError) return ['usage', 'config/error'];
  return error instanceof ToolError
    ? ['environment', 'environment/tool-error']
    : ['internal', 'internal/error'];
}
