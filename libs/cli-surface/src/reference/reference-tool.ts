import { referenceForm, type ReferenceForm } from '@fixpoint/help-parser';
import { hashedHelpPage, nestedHelpPage } from '@fixpoint/surface-formats';

/** Which tool is read; the rest of its behaviour follows from the form. */
export interface ReferenceToolRow {
  /** The `tool` of the snapshot record. */
  readonly tool: string;
  /** The program's own name as usage lines print it. */
  readonly program: string;
  /** How its pages are asked for: `help <path>` or `<path> --help`. */
  readonly helpForm: ReferenceForm['helpForm'];
  /** Milliseconds a help call may take, where the form has a limit; 10,000 when absent. */
  readonly helpTimeoutMs?: number;
}

/** Everything that differs between the two forms of rules version 1 (parity contract §2 and §3), as data. */
export interface ReferenceTool {
  readonly name: string;
  readonly form: ReferenceForm;
  pageArgs(path: readonly string[]): readonly string[];
  /** Where a page is captured, below the raw help directory of its version and target. */
  capturePath(path: readonly string[]): string;
  /** Set for every call. */
  readonly env: Readonly<Record<string, string>>;
  /** Set for help calls besides. */
  readonly helpEnv: Readonly<Record<string, string>>;
  readonly helpTimeoutMs?: number;
  /** How feature switches are listed and set; a tool without them is read once. */
  readonly features?: { readonly listArgs: readonly string[]; readonly enableFlag: string };
  /** Whether the record says which channel and commit a version is. */
  readonly hasChannelAndCommit: boolean;
  /** How failing pages and suspicious trees are borne with; without it any failing page ends the snapshot. */
  readonly tolerance?: ReferenceTolerance;
}

/** What the tolerant form puts up with. */
export interface ReferenceTolerance {
  /** A page that exits non-zero counts all the same when one of these is in it, in any case. */
  readonly helpMarkers: readonly string[];
  /** Longest path that is followed. */
  readonly maxDepth: number;
}

const COMMON_ENV = { NO_COLOR: '1', CLICOLOR: '0', TERM: 'dumb' };
const DEFAULT_TIMEOUT_MS = 10_000;

const FORMS: Readonly<
  Record<ReferenceForm['helpForm'], (row: ReferenceToolRow) => Omit<ReferenceTool, 'name' | 'form'>>
> = {
  subcommand: () => ({
    pageArgs: (path) => (path.length === 0 ? ['--help'] : ['help', ...path]),
    capturePath: nestedHelpPage,
    env: COMMON_ENV,
    helpEnv: {},
    features: { listArgs: ['features', 'list'], enableFlag: '--enable' },
    hasChannelAndCommit: true,
  }),
  flag: (row) => ({
    pageArgs: (path) => [...path, '--help'],
    capturePath: hashedHelpPage,
    env: { ...COMMON_ENV, DISABLE_AUTOUPDATER: '1' },
    helpEnv: { CI: '1' },
    helpTimeoutMs: row.helpTimeoutMs ?? DEFAULT_TIMEOUT_MS,
    hasChannelAndCommit: false,
    tolerance: {
      helpMarkers: ['usage:', 'commands:', 'subcommands:', 'options:', 'flags:'],
      maxDepth: 12,
    },
  }),
};

/** The behaviour of a tool under rules version 1. */
export function referenceTool(row: ReferenceToolRow): ReferenceTool {
  return { name: row.tool, form: referenceForm(row.helpForm, row.program), ...FORMS[row.helpForm](row) };
}

/**
 * The tools that rules version 1 knows, by the name of their root's directory (parity contract §1.1); its `RULES.json` says
 * nothing of how a tool is called.
 */
export const REFERENCE_TOOL_ROWS: ReadonlyMap<string, ReferenceToolRow> = new Map([
  ['codex', { tool: 'codex-cli', program: 'codex', helpForm: 'subcommand' }],
  ['claude_code', { tool: 'claude-code-cli', program: 'claude', helpForm: 'flag' }],
]);
