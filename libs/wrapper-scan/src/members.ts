import { propertyName } from './facts';
import type { Frame } from './frame';
import type { Target } from './program';
import type { Reader } from './reader';
import type { Member, Node } from './syntax';
import { elementAt, elementsOf } from './sequence';
import { mapOptions, NOTHING, oneOf, optionsOf, unknown, wholeText } from './value';
import type { RecordValue, Value } from './value';

/** The value of `object.name` or `object[key]`. */
export function readMemberExpression(reader: Reader, node: Member, frame: Frame): Value {
  const object = reader.read(node.object, frame);
  const name = propertyName(node);
  if (name !== undefined) return readMember(reader, object, { name, at: node, frame });
  const keys = optionsOf(reader.read(node.property, frame)).map(wholeText);
  if (keys.every((key) => key !== undefined)) {
    return oneOf(keys.map((key) => readMember(reader, object, { name: key, at: node, frame })));
  }
  return mapOptions(object, (option) => anyMember(option, node));
}

/** Some member, it is not known which. */
function anyMember(object: Value, at: Node): Value {
  if (object.kind === 'list') return elementsOf(object.sequence);
  if (object.kind !== 'record' || object.fields.size === 0) return unknown(at);
  const values = [...object.fields.values()].map((field) => field.read());
  return oneOf(object.open ? [...values, unknown(at)] : values);
}

interface Access {
  readonly name: string;
  /** The expression, for what cannot be read. */
  readonly at: Node;
  readonly frame: Frame;
}

export function readMember(reader: Reader, object: Value, access: Access): Value {
  return mapOptions(object, (option) => readOne(reader, option, access));
}

function readOne(reader: Reader, object: Value, { name, at, frame }: Access): Value {
  switch (object.kind) {
    case 'record':
      return recordMember(object, name, at);
    case 'instance':
    case 'class':
      return reader.readOwned(object.owner, name, at, frame) ?? unknown(at);
    case 'module':
      return readTarget(reader, reader.program.exported(object.file, name), at);
    case 'external':
      return {
        ...object,
        name: object.name === '' || object.name === 'default' ? name : `${object.name}.${name}`,
      };
    case 'list':
      return /^\d+$/.test(name) ? elementAt(object.sequence, Number(name)) : unknown(at);
    case 'nothing':
      return NOTHING;
    default:
      return unknown(at);
  }
}

function recordMember(record: RecordValue, name: string, at: Node): Value {
  const field = record.fields.get(name);
  if (field) return field.read();
  return record.open ? unknown(at) : NOTHING;
}

/** The value of what an import leads to. */
export function readTarget(reader: Reader, target: Target | undefined, at: Node): Value {
  switch (target?.kind) {
    case 'node':
      return reader.read(target.node, reader.root);
    case 'member':
      return reader.readMember(reader.read(target.node, reader.root), target.name, at, reader.root);
    case 'module':
      return { kind: 'module', file: target.file };
    case 'external':
      return { kind: 'external', module: target.module, name: target.name };
    default:
      return unknown(at);
  }
}
