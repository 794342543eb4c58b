import type { Finding } from '@fixpoint/model';
import type { LocatedDocument } from '@fixpoint/structured-text';
import type { Upstream, UpstreamUnit } from '../surface/upstream';
import type { IdentifiedUnit } from '../surface/units';
import type { CoverageIndex } from './coverage-index';
import type { ReportContext } from './report-context';

/** What the wrapper's own entries for a unit say in one view. */
export interface Declared {
  /** Absent when no entry applies. */
  readonly level?: string;
  readonly note?: string;
  /** The targets of the view on which an entry applies. */
  readonly targets: readonly string[];
}

/** Where a unit of the upstream surface stands in one view, waivers of its commands included. */
export interface Standing {
  /** Absent when nothing is said about it. */
  readonly level?: string;
  readonly note?: string;
  /** The targets on which it is neither covered nor waived. */
  readonly open: readonly string[];
}

/** Answers what the wrapper says about a unit in one view. */
export interface Resolver {
  declared(unit: IdentifiedUnit): Declared;
  standing(unit: UpstreamUnit): Standing;
  /** What made answers impossible so far; any of these fails the whole report. */
  readonly problems: readonly Finding[];
}

/** What a resolver answers from. */
export interface ResolverInputs {
  readonly context: ReportContext;
  readonly index: CoverageIndex;
  readonly upstream: Upstream;
  /** `wrapper_coverage.json`, for the places of problems. */
  readonly document: LocatedDocument;
}

/** Levels that leave nothing to do. */
export function isSettled(level: string | undefined): boolean {
  return level === 'explicit' || level === 'passthrough' || level === 'intentionally_unsupported';
}
