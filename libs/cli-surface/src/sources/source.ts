import type { SourceCommand } from '@fixpoint/help-parser';
import type { Ports } from '@fixpoint/model';
import type { HiddenSource, SourceConfig, SourceKindName } from '@fixpoint/surface-formats';
import type { SurfaceTree } from '../snapshot/surface-tree';
import type { ToolSession } from '../snapshot/tool-session';

/** What a source is opened with. */
export interface SourceContext<Config extends SourceConfig = SourceConfig> {
  readonly ports: Ports;
  readonly session: ToolSession;
  readonly config: Config;
}

/** What a source answers: its commands and the text they were read from, or why there is nothing. */
export type SourceAnswer =
  | {
      readonly ok: true;
      readonly commands: readonly SourceCommand[];
      /** The commands about which it gave nothing, and the first reason. */
      readonly silent?: { readonly count: number; readonly reason: string };
      readonly text?: string;
    }
  | { readonly ok: false; readonly note: string };

/** An open source. */
export interface SurfaceSource {
  /**
   * What it knows of these commands, which are all there. A source that knows everything at once may answer more than it was
   * asked for, and the same again.
   */
  read(paths: readonly (readonly string[])[], tree: SurfaceTree): Promise<SourceAnswer>;
}

/** One kind of second source. */
export interface SourceKind<Name extends SourceKindName = SourceKindName> {
  readonly kind: Name;
  /** The word that hidden units are marked with. */
  readonly evidence: HiddenSource;
  /** Its facts are the tool's own data, so they stand against what was read from prose. */
  readonly overrides: boolean;
  /** It lists a command's inherited flags with its own. */
  readonly listsInherited: boolean;
  /** A name among the subcommands may be something else (a value of an argument): only a page of its own proves it. */
  readonly guessesCommands: boolean;
  open(context: SourceContext<Extract<SourceConfig, { kind: Name }>>): SurfaceSource;
}
