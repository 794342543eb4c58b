import type { UnionArg, UnionCommand, UnionFlag } from '@fixpoint/surface-formats';

/** What a tool accepts, on the targets that are looked at. */
export interface Surface {
  readonly tool: string;
  /** In the order of the union's inputs. */
  readonly targets: readonly string[];
  /** By `pathKey`, in path order. */
  readonly commands: ReadonlyMap<string, SurfaceCommand>;
}

/** A command with every flag that works on it, also those that the union folded into the root. */
export interface SurfaceCommand {
  readonly record: UnionCommand;
  /** It or a command above it is not shown by help. */
  readonly hidden: boolean;
  readonly flags: ReadonlyMap<string, SurfaceFlag>;
  readonly args: readonly UnionArg[];
  /** Keys of flags that the union may have folded without saying so. */
  readonly mayRepeat: ReadonlySet<string>;
}

/** A flag of a command. */
export interface SurfaceFlag {
  readonly record: UnionFlag;
  /** It repeats a root flag. */
  readonly folded: boolean;
}
