import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { codeSpan, isRecord } from '@fixpoint/structured-text';
import type { Difference } from '../difference';
import type { RuleId } from '../rules/rules';
import { resolvedChild, withoutUndefined, type CompareContext } from './compare-context';
import { requirementsOf } from './security';

/** What tells one kind of credentials from another. */
const KIND_KEYS = ['type', 'scheme', 'in', 'name', 'openIdConnectUrl'];

/** Compares the security schemes that operations ask for; nobody sees the others. */
export function compareSchemes(context: CompareContext): Difference[] {
  const old = schemesOf(context.old);
  const now = schemesOf(context.now);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    const subject = `the document`;
    if (was === undefined && is !== undefined) {
      return [{ rule: 'api-security-component-added', subject, to: name, now: is } as const];
    }
    if (is === undefined) {
      const place = context.now.root;
      return [{ rule: 'api-security-component-removed', subject, from: name, old: was, now: place } as const];
    }
    return was === undefined ? [] : compareScheme(name, was, is);
  });
}

function schemesOf(document: OpenApiDocument): ReadonlyMap<string, Located> {
  const names = new Set(
    document.operations.flatMap((operation) =>
      requirementsOf(document, operation).alternatives.flatMap((alternative) => [...alternative.keys()]),
    ),
  );
  return new Map(
    [...names].flatMap((name) => {
      const place = resolvedChild(document, document.root, 'components', 'securitySchemes', name);
      return place !== undefined && isRecord(place.value) ? [[name, place] as const] : [];
    }),
  );
}

function compareScheme(name: string, old: Located, now: Located): Difference[] {
  const difference = (rule: RuleId, from?: string, to?: string): Difference =>
    withoutUndefined({ rule, subject: `the security scheme ${codeSpan(name)}`, from, to, old, now });
  const [was, is] = [kindText(old), kindText(now)];
  const kind = was === is ? [] : [difference('api-security-component-type-changed', was, is)];
  return [...kind, ...compareFlows(old, now, difference)];
}

// Schemes of HTTP are the same in any case.
function kindText({ value }: Located): string {
  const scheme = value as Readonly<Record<string, unknown>>;
  const parts = KIND_KEYS.filter((key) => scheme[key] !== undefined).map((key) => String(scheme[key]));
  return parts.join(' ').toLowerCase();
}

const URL_RULES = [
  ['authorizationUrl', 'api-security-component-oauth-url-changed'],
  ['tokenUrl', 'api-security-component-oauth-token-url-changed'],
] as const;

function compareFlows(
  old: Located,
  now: Located,
  difference: (rule: RuleId, from?: string, to?: string) => Difference,
): Difference[] {
  const [was, is] = [flowsOf(old), flowsOf(now)];
  return Object.keys(was).flatMap((flow) => {
    const [before, after] = [was[flow], is[flow]];
    if (!isRecord(before) || !isRecord(after)) return [];
    const urls = URL_RULES.flatMap(([key, rule]) =>
      before[key] === after[key] ? [] : [difference(rule, textOf(before[key]), textOf(after[key]))],
    );
    const [scopesBefore, scopesAfter] = [scopesOf(before), scopesOf(after)];
    return [
      ...urls,
      ...scopesBefore
        .filter((scope) => !scopesAfter.includes(scope))
        .map((scope) => difference('api-security-component-oauth-scope-removed', scope)),
      ...scopesAfter
        .filter((scope) => !scopesBefore.includes(scope))
        .map((scope) => difference('api-security-component-oauth-scope-added', undefined, scope)),
    ];
  });
}

function flowsOf({ value }: Located): Readonly<Record<string, unknown>> {
  const { flows } = value as { flows?: unknown };
  return isRecord(flows) ? flows : {};
}

function scopesOf({ scopes }: Readonly<Record<string, unknown>>): string[] {
  return isRecord(scopes) ? Object.keys(scopes) : [];
}

function textOf(value: unknown): string {
  return value === undefined ? 'none' : String(value);
}
