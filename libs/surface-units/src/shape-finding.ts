import type { Finding } from '@fixpoint/model';
import { findingAt, type LocatedDocument, type ShapeProblem } from '@fixpoint/structured-text';

/** What a shape problem tells the user. */
export function shapeFinding(
  { kind, pointer, message, expected, actual, meant }: ShapeProblem,
  document: LocatedDocument,
  derivation: string,
): Finding {
  return findingAt(document, pointer, {
    id: `${derivation}/${kind}`,
    message,
    expected,
    actual,
    fix:
      meant === undefined
        ? `correct ${pointer === '' ? 'the document' : pointer} in ${document.file}`
        : `replace "${actual}" by "${meant}" in ${document.file}`,
  });
}
