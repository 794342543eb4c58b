import type { Interaction } from '@fixpoint/contract-formats';
import type { Finding } from '@fixpoint/model';
import type { Match } from '@fixpoint/openapi-routing';
import type { PactFile } from '@fixpoint/pact-files';
import { findingAt } from '@fixpoint/structured-text';
import type { Issue } from './issue';

/** An interaction in its pact and the operation it met, if any. */
export interface Subject {
  readonly pact: PactFile;
  readonly interaction: Interaction;
  readonly match?: Match;
}

/**
 * An issue as a finding at its place in the pact; one of a pending interaction is no error.
 *
 * @req FP-PACT-002
 */
export function interactionFinding({ pact, interaction, match }: Subject, issue: Issue): Finding {
  const { rule, severity, expected, actual } = issue;
  const place = placeOf(match, rule);
  const isPending = severity === 'error' && pact.pending.has(interaction.pointer);
  return findingAt(pact.document, `${interaction.pointer}${issue.at}`, {
    id: `provider-verify/${issue.id}`,
    severity: isPending ? 'warning' : severity,
    message: `${nameOf(interaction)}: ${issue.message}${place === '' ? '' : ` [${place}]`}${isPending ? ' (pending)' : ''}`,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    fix: `correct the test of ${interaction.consumer} that writes ${interaction.file}, or ${place === '' ? 'the documents of the provider' : place}`,
  });
}

/** An interaction that the contract promises. */
export function verifiedFinding({ pact, interaction, match }: Required<Subject>): Finding {
  const { method, path } = interaction.request;
  const { document, operation } = match;
  return findingAt(pact.document, interaction.pointer, {
    id: 'provider-verify/verified',
    severity: 'note',
    message: `${nameOf(interaction)}: ${method} ${path} gives ${interaction.response.status}, as ${document.file} has it [${operation.place.pointer}]`,
    fix: 'nothing to do',
  });
}

/** A message, which is not judged. */
export function unjudgedFindings(pact: PactFile): Finding[] {
  return pact.unjudged.map(({ pointer, description, type }) =>
    findingAt(pact.document, pointer, {
      id: 'provider-verify/not-judged',
      severity: 'note',
      message: `"${description}" is no HTTP interaction (${type}) and is not judged`,
      fix: 'nothing to do',
    }),
  );
}

/**
 * An interaction that may be meant for a document which is broken.
 *
 * @req FP-PACT-006
 */
export function homelessFinding(pact: PactFile, interaction: Interaction): Finding {
  return findingAt(pact.document, interaction.pointer, {
    id: 'provider-verify/not-judged',
    severity: 'note',
    message: `${nameOf(interaction)} is not judged: the operation it needs may be in a document that cannot be read`,
    fix: 'correct the document first',
  });
}

function nameOf({ description, pointer }: Interaction): string {
  return description === '' ? pointer : `"${description}"`;
}

/** `openapi.yaml:12:5 /paths/~1x/get`, as far as it is known. */
function placeOf(match: Match | undefined, { file, pointer }: Issue['rule']): string {
  if (match === undefined || file === '') return '';
  const position = match.document.positionOf({ file, pointer, value: undefined });
  const at = position === undefined ? '' : `:${position.line}:${position.column}`;
  return `${file}${at} ${pointer}`.trim();
}
