import type { Finding } from '@fixpoint/model';
import { findingAt, type LocatedDocument, type ShapeProblem } from '@fixpoint/structured-text';

/** A place where a pact has not the shape of one. */
export function shapeFinding(
  document: LocatedDocument,
  { pointer, message, expected, actual }: ShapeProblem,
  below = '',
): Finding {
  return findingAt(document, `${below}${pointer}`, {
    id: 'pact/wrong-shape',
    message: `this is no pact: ${message}`,
    expected,
    ...(actual !== undefined && { actual }),
    fix: `write ${document.file} anew with the consumer's tests`,
  });
}
