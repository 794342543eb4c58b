import type { ExclusionIndex } from './rules/exclusion-index';
import type { Rules } from './rules/read-rules';
import type { Schemas } from './schema/read-schemas';
import type { RootView } from './view/tree';

/** A root whose rules and schemas can be used: what every check looks at. */
export interface RootContext {
  readonly view: RootView;
  readonly rules: Rules;
  readonly schemas: Schemas;
  readonly exclusions: ExclusionIndex;
}
