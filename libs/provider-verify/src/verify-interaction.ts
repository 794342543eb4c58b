import type { Interaction } from '@fixpoint/contract-formats';
import type { Finding } from '@fixpoint/model';
import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { responseFor, type Match, type RouteTable } from '@fixpoint/openapi-routing';
import { schemaChecker, type SchemaChecker } from '@fixpoint/openapi-schema';
import type { PactFile } from '@fixpoint/pact-files';
import { nearest } from '@fixpoint/structured-text';
import { checkPathParameters } from './check-parameters';
import { checkRequest } from './check-request';
import { checkResponse } from './check-response';
import { homelessFinding, interactionFinding, verifiedFinding } from './interaction-findings';
import type { Exchange, Issue } from './issue';

/** What an interaction exercises: an operation and the key of its response. */
export interface Exercise {
  readonly match: Match;
  readonly response?: string;
}

/** An interaction and what came of it. */
export interface VerifiedInteraction {
  readonly findings: readonly Finding[];
  readonly exercise?: Exercise;
}

/**
 * Verifies interactions against the operations of a table; schemas are compiled once for all of them. If the table is not whole, because a
 * document is broken, an interaction that meets no operation is not judged: it may be meant for that document.
 */
export function interactionVerifier(
  table: RouteTable,
  { isWhole }: { readonly isWhole: boolean },
): (pact: PactFile, interaction: Interaction) => VerifiedInteraction {
  const checkers = new Map<OpenApiDocument, SchemaChecker>();
  return (pact, interaction) => {
    const { method, path } = interaction.request;
    const match = table.find(method, path);
    if (match === undefined) {
      if (!isWhole) return { findings: [homelessFinding(pact, interaction)] };
      const issue = unroutedIssue(table, interaction);
      return { findings: [interactionFinding({ pact, interaction }, issue)] };
    }
    const { document, operation } = match;
    const checker = checkers.get(document) ?? schemaChecker(document);
    checkers.set(document, checker);
    const bodyPointer = pact.version === 4 ? '/content' : '';
    const exchange: Exchange = { ...match, interaction, checker, bodyPointer };
    const issues = issuesOf(exchange);
    const subject = { pact, interaction, match };
    const findings = issues.map((issue) => interactionFinding(subject, issue));
    const isFine = findings.every(({ severity }) => severity !== 'error');
    const response = responseFor(document, operation, interaction.response.status)?.key;
    return {
      findings: isFine ? [verifiedFinding(subject), ...findings] : findings,
      exercise: { match, ...(response !== undefined && { response }) },
    };
  };
}

function issuesOf(exchange: Exchange): Issue[] {
  const path = checkPathParameters(exchange);
  // What such an interaction has otherwise is compared with what it may not mean.
  if (path.some(({ severity }) => severity === 'error')) return path;
  return [...path, ...checkRequest(exchange), ...checkResponse(exchange)];
}

function unroutedIssue(table: RouteTable, { request }: Interaction): Issue {
  const { method, path } = request;
  const methods = table.methodsOf(path);
  const rule = { file: '', pointer: '' };
  if (methods.length > 0) {
    const expected = methods.join(', ');
    const message = `${method} is not declared for ${path}, only ${expected}`;
    return {
      id: 'unknown-method',
      severity: 'error',
      at: '/request/method',
      message,
      rule,
      expected,
      actual: method,
    };
  }
  const meant = nearestTemplate(table, path);
  const hint = path.includes('?')
    ? '; a query does not belong into the path'
    : meant === undefined
      ? ''
      : `; the nearest one is ${meant}`;
  return {
    id: 'unknown-path',
    severity: 'error',
    at: '/request/path',
    message: `no operation takes ${method} ${path}${hint}`,
    rule,
    actual: `${method} ${path}`,
  };
}

/** The template that is most like a path, its parameters filled as the path has them. */
function nearestTemplate({ claims }: RouteTable, path: string): string | undefined {
  const parts = path.split('/');
  const filled = claims.flatMap(({ operation }) => {
    const segments = operation.path.split('/');
    if (segments.length !== parts.length) return [];
    const text = segments.map((segment, index) => (segment.includes('{') ? parts[index] : segment)).join('/');
    return [[text, operation.path] as const];
  });
  const best = nearest(
    path,
    filled.map(([text]) => text),
  );
  return filled.find(([text]) => text === best)?.[1];
}
