import {
  AstBuilder,
  Errors,
  GherkinClassicTokenMatcher,
  GherkinInMarkdownTokenMatcher,
  Parser,
} from '@cucumber/gherkin';
import type { GherkinDocument, GherkinLocation } from './gherkin-types';

/** A place that is not Gherkin. */
export interface GherkinProblem {
  readonly message: string;
  readonly location?: GherkinLocation;
}

/** A syntax tree, or all that keeps a text from having one. */
export type ParsedGherkin =
  | { readonly document: GherkinDocument }
  | { readonly problems: readonly GherkinProblem[] };

/** Gives ids that differ within one file. */
export function countingIds(): () => string {
  let next = 0;
  return () => String(next++);
}

/** Parses a text by the official grammar; Markdown with Gherkin inside by the name `….feature.md`. */
export function parseGherkin(file: string, text: string, newId: () => string): ParsedGherkin {
  // The parser keeps state in what it is made of, so nothing is shared between files.
  const builder = new AstBuilder(newId);
  const parser = file.endsWith('.md')
    ? new Parser(builder, new GherkinInMarkdownTokenMatcher())
    : new Parser(builder, new GherkinClassicTokenMatcher());
  try {
    return { document: parser.parse(text) as GherkinDocument };
  } catch (error) {
    return { problems: problemsOf(error) };
  }
}

function problemsOf(error: unknown): GherkinProblem[] {
  if (error instanceof Errors.CompositeParserException) return error.errors.flatMap(problemsOf);
  if (!(error instanceof Errors.GherkinException)) throw error;
  const message = error.message.replace(/^\(-?\d+:-?\d+\): /, '');
  return [{ message, ...(error.location && { location: error.location }) }];
}
