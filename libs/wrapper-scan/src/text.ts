import { parentOf } from './scope';
import type { Node } from './syntax';
import { oneOf, optionsOf } from './value';
import type { Sequence, TextPart, TextValue, Value } from './value';

/** More combinations than this are not spelled out; the parts count as unknown then. */
const MAX_COMBINATIONS = 64;

/** A piece of a concatenation with the node that stands for it when it is not known. */
export interface Piece {
  readonly value: Value;
  readonly node: Node;
}

/** Strings put together; alternatives are combined as long as they are few, the most numerous are given up first. */
export function concatText(pieces: readonly Piece[]): Value {
  const options = pieces.map(({ value, node }) => partOptions(value, node));
  while (options.reduce((count, each) => count * each.length, 1) > MAX_COMBINATIONS) {
    const most = options.reduce(
      (at, each, index) => (each.length > (options[at]?.length ?? 0) ? index : at),
      0,
    );
    options[most] = [hole((pieces[most] as Piece).node)];
  }
  const texts = options.reduce<TextPart[][]>(
    (before, each) => before.flatMap((text) => each.map((option) => [...text, ...option])),
    [[]],
  );
  return oneOf(texts.map((parts) => ({ kind: 'text', parts }) satisfies TextValue));
}

/** The ways to continue a string; what is absent counts only when nothing else is possible. */
function partOptions(value: Value, node: Node): (readonly TextPart[])[] {
  const known = optionsOf(value).flatMap((option): (readonly TextPart[])[] => {
    if (option.kind === 'text') return [option.parts];
    return option.kind === 'list' ? [wordsText(option.sequence).parts] : [];
  });
  const open = optionsOf(value).some(({ kind }) => kind !== 'text' && kind !== 'nothing' && kind !== 'list');
  if (open || (known.length === 0 && value.kind !== 'nothing')) known.push(hole(node));
  return known.length === 0 ? [[]] : known;
}

function hole(node: Node): TextPart[] {
  return [{ kind: 'hole', node }];
}

/** A list joined by white space. */
export function wordsText(sequence: Sequence): TextValue {
  return { kind: 'text', parts: [{ kind: 'words', sequence }] };
}

/** What is known of the beginning of a string; `open` when more follows that is not known. */
export function headOf(text: TextValue): { readonly head: string; readonly open: boolean } {
  let head = '';
  for (const part of text.parts) {
    if (part.kind !== 'static') return { head, open: true };
    head += part.text;
  }
  return { head, open: false };
}

/**
 * A string as it is written where it begins, with `${…}` for what is put in; undefined when it begins with something that is
 * not known.
 */
export function renderText(text: TextValue): string | undefined {
  const [first] = text.parts;
  if (first?.kind !== 'static') return undefined;
  const { node, offset } = first;
  const template = parentOf(node);
  const inTemplate = node.type === 'TemplateElement' && template?.type === 'TemplateLiteral';
  if (inTemplate && template.quasis[0] !== node && offset === 0) return undefined;
  if (inTemplate && (node.value.cooked ?? node.value.raw) === first.text) {
    return template.quasis.map(({ value }) => value.cooked ?? value.raw).join(HOLE);
  }
  return text.parts.map((part) => (part.kind === 'static' ? part.text : HOLE)).join('');
}

const HOLE = '${…}';
