import type { Interaction } from '@fixpoint/contract-formats';
import type { OpenApiDocument } from '@fixpoint/openapi-document';
import type { Difference, ExchangePart } from '../difference';
import { essenceOf } from '../document/media-types';
import { ruleOf } from '../rules/rules';
import { canonicalText } from '../schema/canonical-text';
import { createOperationFinder } from './match-path';
import { valuesAt } from './values-at';

/**
 * The interactions that feel a difference: those that use what is gone or another one, and for what is newly demanded those
 * that do not have it. Undefined for what no interaction can tell, as what is new.
 */
export type UsesOf = (difference: Difference) => readonly Interaction[] | undefined;

/** Looks uses up among the interactions of consumers, which were made for the older document. */
export function createUseIndex(old: OpenApiDocument, interactions: readonly Interaction[]): UsesOf {
  const find = createOperationFinder(old);
  const byOperation = new Map<string, Interaction[]>();
  for (const interaction of interactions) {
    const { method, path } = interaction.request;
    const operation = find(method, path);
    if (operation === undefined) continue;
    const key = keyOf(operation.method, operation.path);
    byOperation.set(key, [...(byOperation.get(key) ?? []), interaction]);
  }
  return ({ operation, part, rule }) => {
    if (operation?.oldPath === undefined || part === undefined) return undefined;
    const all = byOperation.get(keyOf(operation.method, operation.oldPath)) ?? [];
    const met = all.filter((interaction) => hasStatus(interaction, part));
    const isLacked = ruleOf(rule).felt === 'operation';
    return met.filter((interaction) => hasElement(interaction, part) !== isLacked);
  };
}

function keyOf(method: string, path: string): string {
  return `${method.toLowerCase()} ${path}`;
}

function hasStatus({ response }: Interaction, { side, status }: ExchangePart): boolean {
  if (side === 'request' || status === undefined || status === 'default') return true;
  const code = String(response.status);
  return status === code || (/^\dXX$/.test(status) && status[0] === code[0]);
}

function hasElement(interaction: Interaction, part: ExchangePart): boolean {
  const { element, value } = part;
  if (element === undefined) return true;
  const found = valuesOf(interaction, part.side, element);
  if (!Object.hasOwn(part, 'value')) return found.length > 0;
  const isText = element.in !== 'body';
  return found.some((one) =>
    isText ? String(one) === String(value) : canonicalText(one) === canonicalText(value),
  );
}

function valuesOf(
  interaction: Interaction,
  side: ExchangePart['side'],
  element: NonNullable<ExchangePart['element']>,
): readonly unknown[] {
  const { request } = interaction;
  const message = interaction[side];
  switch (element.in) {
    case 'body':
      return message.body === undefined ? [] : valuesAt(message.body, element.path);
    case 'query':
      return Object.hasOwn(request.query, element.name) ? (request.query[element.name] ?? []) : [];
    case 'header':
      return headerOf(message.headers, element.name);
    case 'cookie':
      return headerOf(request.headers, 'cookie').filter((text) => text.includes(`${element.name}=`));
    case 'mediaType':
      return headerOf(message.headers, 'content-type').filter(
        (text) => essenceOf(text) === essenceOf(element.name),
      );
    case 'path':
      return [request.path];
  }
}

function headerOf(headers: Interaction['request']['headers'], name: string): readonly string[] {
  return Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name.toLowerCase())
    .flatMap(([, values]) => values);
}
