import { toPointer } from '@fixpoint/structured-text';
import type { z } from 'zod';
import { decode, fileAt, type Tree } from '../view/tree';

/** A JSON file in the shape that was asked for, or why not. */
export type Shaped<T> = { readonly value: T } | Misshapen;

/** Why a file is not in the shape that was asked for. */
export interface Misshapen {
  readonly problem: string;
  /** JSON pointer of the value that is wrong, where the file could be parsed. */
  readonly pointer?: string;
}

/** Reads a JSON file of the workspace into a shape. */
export function readShape<T>(tree: Tree, path: string, shape: z.ZodType<T>): Shaped<T> {
  const state = fileAt(tree, path);
  if (state.kind === 'absent') return { problem: `${path} is missing` };
  if (state.kind === 'unreadable') return { problem: `${path} cannot be read: ${state.reason}` };
  const text = decode(state.bytes);
  if (text === undefined) return { problem: `${path} is not UTF-8` };
  const parsed = parse(text);
  if (parsed === undefined) return { problem: `${path} is not JSON` };
  const result = shape.safeParse(parsed.value);
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  const pointer = toPointer((issue?.path ?? []) as (string | number)[]);
  return { problem: `${path}: ${pointer || 'the document'}: ${issue?.message ?? 'wrong shape'}`, pointer };
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
