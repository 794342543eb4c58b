import { pathKey } from '@fixpoint/surface-formats';

/** What is known of the wrapped program; everything is optional, and less is claimed without it. */
export interface WrapperScanOptions {
  /**
   * Names the program is started by: its executable, its package (`codex`, `@openai/codex`). Calls that start anything else
   * are left out then. A program whose name is only known at run time counts as the wrapped one.
   */
  readonly program?: readonly string[];
  /**
   * Every command path of the program. With it a bare word counts as a command where such a command exists, also behind
   * flags; without it only the words before the first flag do.
   */
  readonly knownCommands?: readonly (readonly string[])[];
  /**
   * By command (`pathKey`), the spellings of its flags that take a value. A word written right behind a flag of any other command
   * is taken for its value.
   */
  readonly flagsTakingValue?: ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * Likewise the spellings of flags that take none. With it a flag in neither list (a hidden one) may take a value or not;
   * without it all other flags of the commands in `flagsTakingValue` take none.
   */
  readonly flagsWithoutValue?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The options in the form the walk asks them in. */
export interface Surface {
  /** Whether a path is a command; undefined when the commands are not known. */
  isCommand(path: readonly string[]): boolean | undefined;
  hasSubcommands(path: readonly string[]): boolean;
  /** Whether a flag takes a value; undefined when it is not known. */
  takesValue(path: readonly string[], flag: string): boolean | undefined;
}

export function toSurface(options: WrapperScanOptions): Surface {
  const { knownCommands = [], flagsTakingValue, flagsWithoutValue } = options;
  const commands = options.knownCommands && new Set(knownCommands.map(pathKey));
  const parents = new Set(
    knownCommands.filter(({ length }) => length > 0).map((path) => pathKey(path.slice(0, -1))),
  );
  return {
    isCommand: (path) => commands?.has(pathKey(path)),
    hasSubcommands: (path) => parents.has(pathKey(path)),
    takesValue(path, flag) {
      // A flag of an ancestor may be global.
      for (let length = path.length; length >= 0; length--) {
        const command = pathKey(path.slice(0, length));
        if (flagsTakingValue?.get(command)?.has(flag)) return true;
        if (flagsWithoutValue?.get(command)?.has(flag)) return false;
      }
      return !flagsWithoutValue && flagsTakingValue?.has(pathKey(path)) ? false : undefined;
    },
  };
}
