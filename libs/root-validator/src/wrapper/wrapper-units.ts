import type { WrapperDocument, WrapperScope } from './wrapper-shape';

/** One entry of the wrapper's coverage: a command, or a flag or argument of one. */
export interface WrapperUnit {
  readonly kind: 'command' | 'flag' | 'arg';
  readonly path: readonly string[];
  /** The key of a flag or the name of an argument. */
  readonly keyOrName?: string;
  readonly level: string;
  readonly note: string | null | undefined;
  readonly scope: WrapperScope;
  /** The scope of the command that a flag or argument is listed under. */
  readonly commandScope?: WrapperScope;
  readonly pointer: string;
  /** The same place as details of findings name it: `coverage[0].flags[2]`. */
  readonly index: string;
}

/** Every entry in file order, each command before its flags and arguments. */
export function wrapperUnits({ coverage }: WrapperDocument): readonly WrapperUnit[] {
  return coverage.flatMap((command, at) => {
    const { path, level, note, scope } = command;
    const [pointer, index] = [`/coverage/${at}`, `coverage[${at}]`];
    const parts = [
      ...(command.flags ?? []).map(
        (flag, i) => ({ ...flag, kind: 'flag', list: 'flags', i, keyOrName: flag.key }) as const,
      ),
      ...(command.args ?? []).map(
        (arg, i) => ({ ...arg, kind: 'arg', list: 'args', i, keyOrName: arg.name }) as const,
      ),
    ];
    return [
      { kind: 'command' as const, path, level, note, scope, pointer, index },
      ...parts.map((part) => ({
        kind: part.kind,
        path,
        keyOrName: part.keyOrName,
        level: part.level,
        note: part.note,
        scope: part.scope,
        commandScope: scope,
        pointer: `${pointer}/${part.list}/${part.i}`,
        index: `${index}.${part.list}[${part.i}]`,
      })),
    ];
  });
}
