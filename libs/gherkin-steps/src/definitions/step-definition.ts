import type { Finding, Position } from '@fixpoint/model';

/** What a step's text is compared with. */
export type StepPattern =
  | { readonly kind: 'expression'; readonly source: string }
  | { readonly kind: 'regexp'; readonly source: string; readonly flags: string };

/** A pattern and where it is registered. */
export interface StepDefinition {
  readonly pattern: StepPattern;
  /** Relative to the root. */
  readonly file: string;
  readonly position?: Position;
}

/** A parameter type of one's own: `{flight}`. */
export interface ParameterTypeDefinition {
  readonly name: string;
  /** Any of them matches. */
  readonly regexps: readonly { readonly source: string; readonly flags: string }[];
  readonly file: string;
  readonly position: Position;
}

/** What one file registers. */
export interface StepDefinitions {
  readonly definitions: readonly StepDefinition[];
  readonly parameterTypes: readonly ParameterTypeDefinition[];
  /** Registrations that cannot be read without running the code, and files that cannot be parsed. */
  readonly findings: readonly Finding[];
}

/** A pattern as it is written in code: `'I have {int}'`, `/^I have (\d+)$/i`. */
export function writtenPattern(pattern: StepPattern): string {
  if (pattern.kind === 'regexp') return `/${pattern.source}/${pattern.flags}`;
  return `'${pattern.source.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n')}'`;
}

/** Where a definition stands: `steps.ts:3`, or the file alone. */
export function writtenPlace({ file, position }: Pick<StepDefinition, 'file' | 'position'>): string {
  return position ? `${file}:${position.line}` : file;
}
