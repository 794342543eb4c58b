import type { BoundName } from '../rules/bound-aspects';
import type { Conjunction } from './conjunction';
import type { Part } from './expand';

/** A limit and whether values may equal it, which its name says. */
export interface Bound {
  readonly name: BoundName;
  readonly limit: number;
}

/** What alternatives are told apart by. */
export interface Discriminator {
  readonly propertyName: string;
  readonly mapping: ReadonlyMap<string, string>;
}

/** What a schema allows, the same for all ways to write it. Absent parts allow anything. */
export interface FlatSchema {
  readonly parts: readonly Part[];
  /** Without null; empty when nothing is allowed. */
  readonly types?: readonly string[];
  /** Absent where null is neither allowed nor refused. */
  readonly nullable?: boolean;
  readonly format?: string;
  /** Listed values as JSON, null left out. */
  readonly values?: readonly string[];
  /** Whether the one value stood in `const`. */
  readonly isConst: boolean;
  readonly extensible?: readonly string[];
  /** As JSON. */
  readonly defaultValue?: string;
  /** By the name of the bound that values may equal. */
  readonly bounds: ReadonlyMap<BoundName, Bound>;
  readonly pattern?: string;
  readonly multipleOf?: number;
  readonly uniqueItems: boolean;
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  readonly properties: ReadonlyMap<string, Conjunction>;
  readonly required: ReadonlySet<string>;
  readonly patternProperties: ReadonlyMap<string, Conjunction>;
  /** What keys without a name may hold. */
  readonly additional: Conjunction;
  readonly isClosed: boolean;
  readonly items: Conjunction;
  readonly prefixItems: readonly Conjunction[];
  readonly oneOf: readonly Conjunction[];
  readonly anyOf: readonly Conjunction[];
  readonly discriminator?: Discriminator;
  /** Texts of schemas that are compared as texts, by the name of their keyword in the rules. */
  readonly conditions: ReadonlyMap<string, string>;
  readonly dependentRequired: ReadonlyMap<string, readonly string[]>;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
  /** `x-sunset` as it is written. */
  readonly sunset?: string;
}
