import type { Frame } from './frame';
import type { CallArguments, Reader } from './reader';
import type { Node } from './syntax';
import { element, elementAt, sequenceOf, spread } from './sequence';
import { NOTHING } from './value';
import type { Sequence, Value } from './value';

/** The arguments of a call as they stand in the source. */
export function argumentsOf(reader: Reader, nodes: readonly Node[], frame: Frame): CallArguments {
  const firstSpread = nodes.findIndex(({ type }) => type === 'SpreadElement');
  return {
    argument(index) {
      if (firstSpread >= 0 && firstSpread <= index) {
        return elementAt(listOf(reader, nodes, frame), index);
      }
      const node = nodes[index];
      return node ? reader.read(node, frame) : NOTHING;
    },
    rest: (index) => ({ kind: 'list', sequence: listOf(reader, nodes.slice(index), frame) }),
  };
}

/** The arguments of `f.apply(self, list)`. */
export function appliedArguments(list: () => Value, node: Node): CallArguments {
  const sequence = (): Sequence => spread(list(), node);
  return {
    argument: (index) => elementAt(sequence(), index),
    rest: (index) => (index === 0 ? { kind: 'list', sequence: sequence() } : NOTHING),
  };
}

/** Given values as arguments. */
export function valueArguments(values: readonly Value[]): CallArguments {
  return {
    argument: (index) => values[index] ?? NOTHING,
    rest: (index) => ({ kind: 'list', sequence: sequenceOf(values.slice(index).map(element)) }),
  };
}

/** The elements of an array literal or an argument list. */
export function listOf(reader: Reader, nodes: readonly (Node | null)[], frame: Frame): Sequence {
  const parts = nodes.map((node) => {
    if (!node) return sequenceOf([]);
    if (node.type !== 'SpreadElement') return element(reader.read(node, frame));
    return spread(reader.read(node.argument, frame), node.argument);
  });
  return sequenceOf(parts, true);
}
