import { summarize } from '@fixpoint/engine';
import type { Verdict } from '@fixpoint/model';
import { REPORTERS, type ReporterId } from '@fixpoint/reporters';

/** A way to print a result. */
export type Format = ReporterId;

/** Every way to print a result. */
export const FORMATS = Object.keys(REPORTERS) as Format[];

/** How verdicts are printed. */
export interface RenderOptions {
  readonly format: Format;
  readonly color?: boolean;
  /** Turns a fix that runs this product (`fixpoint union --root …`) into what the reader can paste. */
  readonly command?: (fix: string) => string;
}

/** Prints verdicts and gives the exit code that goes with them. */
export function renderVerdicts(
  verdicts: readonly Verdict[],
  { format, color = false, command = (fix) => withCommand(fix, 'npx fixpoint') }: RenderOptions,
): { readonly output: string; readonly exitCode: number } {
  const pasteable = verdicts.map((verdict) => ({
    ...verdict,
    findings: verdict.findings.map((finding) => ({ ...finding, fix: command(finding.fix) })),
  }));
  return REPORTERS[format](summarize(pasteable), { color });
}

// Followed by a target and an option, and neither part of a longer word nor already run by something.
const PRODUCT_COMMAND = /(?<![\w./@-]|npx )fixpoint(?= [a-z][a-z-]* --)/g;

/**
 * A fix whose commands of this product start with `prefix`, wherever in the text they stand.
 *
 * @req FP-CLI-006
 */
export function withCommand(fix: string, prefix: string): string {
  return fix.replace(PRODUCT_COMMAND, prefix);
}
