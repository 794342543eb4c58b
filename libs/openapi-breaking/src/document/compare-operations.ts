import type { Operation } from '@fixpoint/openapi-document';
import type { Difference } from '../difference';
import type { LifecycleEvent } from '../rules/lifecycle-rules';
import type { RuleId } from '../rules/rules';
import { compareLifecycle } from '../schema/compare-lifecycle';
import { textsIn } from '../schema/keywords';
import {
  differenceIn,
  nameOfOperation,
  withoutUndefined,
  type CompareContext,
  type OperationContext,
} from './compare-context';
import { compareParameters } from './compare-parameters';
import { compareRequestBody } from './compare-request-body';
import { compareResponses } from './compare-responses';
import { compareSecurity } from './compare-security';
import { departureOf, lifecycleOf } from './lifecycle';
import type { MatchedOperations } from './match-operations';
import { templateShape } from './path-template';

/** Compares the operations of two documents. */
export function compareOperations(
  context: CompareContext,
  { pairs, removed, added }: MatchedOperations,
): Difference[] {
  const paths = new Set(context.now.operations.map(({ path }) => templateShape(path)));
  return [
    ...removed.map((operation) => departure(context, operation, paths.has(templateShape(operation.path)))),
    ...added.map((operation) => ({
      rule: 'endpoint-added' as const,
      operation: nameOfOperation(operation),
      subject: 'it',
      now: operation.place,
    })),
    ...pairs.flatMap(({ old, now }) =>
      compareOperation({
        ...context,
        oldOperation: old,
        nowOperation: now,
        operation: nameOfOperation(now, old),
      }),
    ),
  ];
}

function departure(context: CompareContext, operation: Operation, isPathLeft: boolean): Difference {
  const lifecycle = lifecycleOf(operation.place);
  const how = departureOf(lifecycle, context.today);
  const rule: RuleId =
    how === 'sunset-parse'
      ? 'api-path-sunset-parse'
      : isPathLeft
        ? `api-removed-${how}`
        : `api-path-removed-${how}`;
  return withoutUndefined({
    rule,
    operation: nameOfOperation(operation, operation),
    subject: 'it',
    from: lifecycle.sunset,
    old: operation.place,
    now: context.now.child(context.now.root, 'paths') ?? context.now.root,
    part: { side: 'request' as const },
  });
}

function compareOperation(context: OperationContext): Difference[] {
  return [
    ...compareLabels(context),
    ...compareSecurity(context),
    ...compareParameters(context),
    ...compareRequestBody(context),
    ...compareResponses(context),
  ];
}

const LIFECYCLE_RULES: Readonly<Record<LifecycleEvent, RuleId>> = {
  deprecated: 'endpoint-deprecated',
  'deprecated-with-sunset': 'endpoint-deprecated-with-sunset',
  reactivated: 'endpoint-reactivated',
  'deprecated-sunset-invalid': 'api-deprecated-sunset-parse',
  'sunset-date-too-small': 'api-sunset-date-too-small',
  'sunset-deleted': 'sunset-deleted',
  'sunset-date-changed-too-small': 'api-sunset-date-changed-too-small',
  'sunset-date-moved': 'sunset-date-moved',
};

/** Deprecation, operation id and tags. */
function compareLabels(context: OperationContext): Difference[] {
  const { oldOperation: old, nowOperation: now } = context;
  const common = { subject: 'it', old: old.place };
  const [was, is] = [textsIn(old.place.value['tags']), textsIn(now.place.value['tags'])];
  return [
    ...compareLifecycle(lifecycleOf(old.place), lifecycleOf(now.place), context.announcedOn).map(
      ({ event, from, to }) =>
        differenceIn(context, LIFECYCLE_RULES[event], {
          ...common,
          from,
          to,
          part: { side: 'request' },
        }),
    ),
    ...(old.id === now.id || old.id === undefined
      ? []
      : [differenceIn(context, 'api-operation-id-removed', { ...common, from: old.id })]),
    ...(old.id === now.id || now.id === undefined
      ? []
      : [differenceIn(context, 'api-operation-id-added', { ...common, to: now.id })]),
    ...was
      .filter((tag) => !is.includes(tag))
      .map((from) => differenceIn(context, 'api-tag-removed', { ...common, from })),
    ...is
      .filter((tag) => !was.includes(tag))
      .map((to) => differenceIn(context, 'api-tag-added', { ...common, to })),
  ];
}
