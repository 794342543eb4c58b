import type { Severity } from '@fixpoint/model';

/**
 * The normalised marker `SPECS.json`, or what stands for it where a directory has specs and no marker. All paths and globs are relative to
 * the root, use `/`, and may lead out of it with `..` where they are read and never where they are written. A section that is `undefined`
 * is switched off.
 */
export interface SpecsConfig {
  /** The root as the user names it; it stands in messages and fixes. */
  readonly root: string;
  /** Whether a marker says so, or the directory alone. */
  readonly marker?: string;
  readonly specs?: SpecFilesConfig;
  readonly lint?: SpecLintConfig;
  readonly trace?: TraceConfig;
  readonly links?: LinksConfig;
  readonly steps?: StepsConfig;
  /** Severity by finding id, or by prefix with a final `*`. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
}

/** Where specs are, what an id looks like, and where the index goes. */
export interface SpecFilesConfig {
  /** Globs of the specs (Markdown). */
  readonly files: readonly string[];
  /** Regular expressions of ids, without anchors and flags; an id matches one of them whole. They are linear (`@fixpoint/linear-pattern`). */
  readonly ids: readonly string[];
  /** Globs of specs that state no requirements. */
  readonly informative: readonly string[];
  /** Directory of the index, one file per spec. */
  readonly output: string;
  /** The aggregated page. */
  readonly compliance: string;
  /** Whether no requirement at all is right for this root. */
  readonly allowEmpty: boolean;
  /** Set where a folder is called like one of specs and nobody said that it is one: it is right that it states nothing, if nothing in it claims to. */
  readonly byDefault?: boolean;
}

/** Rules of the text of specs. */
export interface SpecLintConfig {
  /** Titles of sections that every normative spec has, compared without case, numbering and punctuation. */
  readonly sections: readonly string[];
}

/** What a requirement is followed into. */
export interface TraceConfig {
  readonly code: TaggedFilesConfig;
  readonly tests: TaggedFilesConfig;
  /** Globs of OpenAPI documents; an operation names requirements in `x-req-id`. */
  readonly documents: readonly string[];
  /** Globs of pact files. */
  readonly pacts: readonly string[];
  /** Globs of metrics contracts. */
  readonly metrics: readonly string[];
  /** Globs of Gherkin features, whose tags name requirements. */
  readonly features: readonly string[];
  /** What a requirement needs to be covered. */
  readonly needs: readonly Need[];
  /** Percentage of the requirements of a level that have to be covered; no gate for a level that is absent. */
  readonly thresholds: Readonly<Partial<Record<Level, number>>>;
  /** Layers whose globs nobody has written: it is right that nothing matches them. */
  readonly byDefault?: readonly TraceLayer[];
}

/** A kind of files that requirements are followed into. */
export type TraceLayer = 'code' | 'tests' | 'documents' | 'pacts' | 'metrics' | 'features';

/** Source files, and how a requirement is named in them. */
export interface TaggedFilesConfig {
  readonly files: readonly string[];
  /** Patterns of one's own beside the built-in ones: regular expressions whose group `ids` holds one id or several. */
  readonly patterns: readonly string[];
}

/** A level of BCP 14; `info` is a requirement without a key word. */
export type Level = 'must' | 'should' | 'may' | 'info';

/** Kinds of links any one of which is enough. */
export type Need = readonly LayerKind[];

/** What a requirement can be linked with. */
export type LayerKind = 'code' | 'test' | 'operation' | 'pact' | 'metric' | 'feature';

/** Which links are followed. */
export interface LinksConfig {
  /** Globs of the Markdown files; what git ignores is left out. */
  readonly files: readonly string[];
  /** Globs of files that a build makes: a link to one of them is right although it is not there. */
  readonly generated: readonly string[];
  readonly ignore: readonly IgnoredLink[];
  readonly external: ExternalLinksConfig;
}

/** A link that is left alone, and why. */
export interface IgnoredLink {
  /** The target as it is written, or a glob of it. */
  readonly link: string;
  /** Glob of the files that the entry is for; all when absent. */
  readonly file?: string;
  readonly reason: string;
}

/** How URLs are asked for, by the target that does it. */
export interface ExternalLinksConfig {
  /** Milliseconds for one request. */
  readonly timeoutMs: number;
  /** How many hosts are asked at once. */
  readonly concurrency: number;
  /** Attempts after the first one. */
  readonly retries: number;
}

/** Features and their step definitions. */
export interface StepsConfig {
  /** Globs of Gherkin features. */
  readonly features: readonly string[];
  /** Globs of TypeScript and JavaScript files with step definitions. */
  readonly definitions: readonly string[];
  /** A JSON file with a list of patterns, instead of definitions in code. */
  readonly patterns?: string;
  /** Set where nobody asked for the check: it is right that there are no features, and features whose definitions are not found are a note. */
  readonly byDefault?: boolean;
}
