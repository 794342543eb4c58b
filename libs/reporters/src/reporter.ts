import type { Report } from '@fixpoint/model';

/** What a reporter may be told beside the report. */
export interface ReporterOptions {
  /** Colour the text with ANSI escapes; other formats ignore it. */
  readonly color?: boolean;
  /** Version of this product, for formats that name the program that made them. */
  readonly version?: string;
  /** What each finding id means, for formats that carry rules; ids without a text get one made from the id. */
  readonly rules?: Readonly<Record<string, RuleText>>;
}

/** What a finding id means. */
export interface RuleText {
  /** One sentence. */
  readonly summary: string;
  /** What it means for the user and what to do, in Markdown. */
  readonly help?: string;
  /** Where the rule is documented. */
  readonly url?: string;
}

/** What a reporter gives: text that ends in one LF, and the exit code that the report stands for. */
export interface Rendered {
  readonly output: string;
  readonly exitCode: number;
}

/** Renders a report. Pure: equal reports and options give equal output, on every machine. */
export type Reporter = (report: Report, options?: ReporterOptions) => Rendered;
