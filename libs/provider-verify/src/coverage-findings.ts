import type { Finding } from '@fixpoint/model';
import type { Claim, RouteTable } from '@fixpoint/openapi-routing';
import { isRecord } from '@fixpoint/structured-text';
import type { Exercise } from './verify-interaction';

/**
 * Operations, and statuses of those that are exercised, of which no interaction speaks.
 *
 * @req FP-PACT-004
 */
export function coverageFindings({ claims }: RouteTable, exercises: readonly Exercise[]): Finding[] {
  return claims.flatMap((claim) => {
    const own = exercises.filter(({ match }) => match.operation === claim.operation);
    return own.length === 0 ? [operationFinding(claim)] : statusFindings(claim, own);
  });
}

function operationFinding({ document, operation }: Claim): Finding {
  const { method, path } = operation;
  return document.finding(operation.place, {
    id: 'provider-verify/operation-not-exercised',
    severity: 'warning',
    message: `no interaction of any pact exercises ${method.toUpperCase()} ${path}`,
    fix: 'write a test of a consumer that uses it, or remove the operation if nobody does',
  });
}

function statusFindings({ document, operation }: Claim, exercises: readonly Exercise[]): Finding[] {
  const responses = document.child(operation.place, 'responses');
  if (responses === undefined || !isRecord(responses.value)) return [];
  const seen = new Set(exercises.map(({ response }) => response));
  return Object.keys(responses.value)
    .filter((key) => !key.startsWith('x-') && !seen.has(key))
    .flatMap((key) => document.child(responses, key) ?? [])
    .map((place) =>
      document.finding(place, {
        id: 'provider-verify/status-not-exercised',
        severity: 'warning',
        message: `no interaction of any pact expects ${operation.method.toUpperCase()} ${operation.path} to give ${place.pointer.slice(place.pointer.lastIndexOf('/') + 1)}`,
        fix: 'write a test of a consumer that expects it',
      }),
    );
}

/**
 * Operations that take the requests of another one.
 *
 * @req FP-PACT-005
 */
export function conflictFindings({ conflicts }: RouteTable): Finding[] {
  return conflicts.map(([first, second]) => {
    const { operation, document } = second;
    const other = `${first.operation.path} of ${first.document.file}`;
    return document.finding(operation.place, {
      id: 'provider-verify/routing-conflict',
      message: `${operation.method.toUpperCase()} ${operation.path} takes the same requests as ${other}, which gets them all`,
      expected: 'one operation for a path and a method',
      actual: other,
      fix: `remove one of the two, or give ${document.file} and ${first.document.file} servers with different base paths`,
    });
  });
}
