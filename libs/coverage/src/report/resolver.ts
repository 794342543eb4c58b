import type { Finding } from '@fixpoint/model';
import type { LocatedDocument } from '@fixpoint/structured-text';
import type {
  CoverageIndex,
  Declared,
  IdentifiedUnit,
  Standing,
  Upstream,
  UpstreamUnit,
} from '@fixpoint/surface-units';
import type { ReportContext } from './report-context';

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
