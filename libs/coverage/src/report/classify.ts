import { inTargetOrder, type Exclusion, type Manifest, type ReportDeltas } from '@fixpoint/surface-formats';
import {
  commandRef,
  type CoverageIndex,
  unitId,
  type UnitKind,
  type UnitRef,
  type Upstream,
  type UpstreamUnit,
} from '@fixpoint/surface-units';
import { isPresent, type ReportContext } from './report-context';
import type { Resolver } from './resolver';

/** A list of the report. */
export type DeltaList = keyof ReportDeltas;

/** What becomes of an upstream unit of a level. */
export type Destination =
  | 'covered'
  | 'missing'
  | 'unsupported'
  | 'passthrough_candidates'
  | 'intentionally_unsupported';

/** Where units go by kind and level; a level that is not in the table is a missing unit. */
export type Destinations = Readonly<Record<UnitKind, ReadonlyMap<string, Destination>>>;

/** A unit with the list it belongs to. */
export interface ClassifiedUnit {
  readonly ref: UnitRef;
  /** Absent for units that only the wrapper has. */
  readonly upstream?: UpstreamUnit;
  readonly list: DeltaList | 'covered';
  readonly availableOn: readonly string[];
  readonly level?: string;
  readonly note?: string;
  /** The targets of the view on which there is something to do. */
  readonly open: readonly string[];
}

/** What units are classified with. */
export interface ClassifyInputs {
  readonly context: ReportContext;
  readonly upstream: Upstream;
  readonly index: CoverageIndex;
  readonly resolver: Resolver;
  readonly manifest: Manifest;
  readonly destinations: Destinations;
}

const PLURALS = { command: 'commands', flag: 'flags', arg: 'args' } as const;

/** Gives every unit of a view its list (parity contract §6.7, §6.8): upstream's units first, then the wrapper's own. */
export function classify(inputs: ClassifyInputs): ClassifiedUnit[] {
  return [...classifyUpstream(inputs), ...classifyWrapper(inputs)];
}

/** @req FP-REP-003 */
function classifyUpstream(inputs: ClassifyInputs): ClassifiedUnit[] {
  const exclusions = indexExclusions(inputs);
  const classified: ClassifiedUnit[] = [];
  const add = (unit: UpstreamUnit): ClassifiedUnit | undefined => {
    if (unit.hidden || !isPresent(inputs.context, unit.availableOn)) return undefined;
    const result = classifyUnit(unit, exclusions, inputs);
    classified.push(result);
    return result;
  };
  for (const { unit, flags, args } of inputs.upstream.commands) {
    const command = add(unit);
    if (command === undefined || command.list === 'excluded_commands') continue;
    flags.forEach(add);
    args.forEach(add);
  }
  return classified;
}

function indexExclusions({ manifest, upstream }: ClassifyInputs): Map<string, Exclusion> {
  return new Map(
    manifest.exclusions.map((exclusion) => {
      const { unit: kind, path, key, name } = exclusion;
      return [unitId(upstream.canonical({ kind, path, name: key ?? name ?? '' })), exclusion];
    }),
  );
}

/** @req FP-REP-002 */
function classifyUnit(
  unit: UpstreamUnit,
  exclusions: ReadonlyMap<string, Exclusion>,
  { resolver, destinations }: ClassifyInputs,
): ClassifiedUnit {
  const exclusion = exclusions.get(unit.id);
  if (exclusion !== undefined) {
    const { level } = resolver.declared(unit);
    const list = `excluded_${PLURALS[unit.kind]}` as const;
    const { availableOn } = unit;
    return { ref: unit, upstream: unit, availableOn, list, level, note: exclusion.note, open: [] };
  }
  const { level, note, open } = resolver.standing(unit);
  const destination = destinations[unit.kind].get(level ?? '') ?? 'missing';
  const list = destination === 'missing' ? (`missing_${PLURALS[unit.kind]}` as const) : destination;
  return { ref: unit, upstream: unit, availableOn: unit.availableOn, list, level, note, open };
}

function classifyWrapper(inputs: ClassifyInputs): ClassifiedUnit[] {
  const { context, index, resolver, upstream } = inputs;
  return [...index.values()].flatMap(({ ref }): ClassifiedUnit[] => {
    const { targets, level, note } = resolver.declared(ref);
    if (!isPresent(context, targets)) return [];
    const counterpart = upstream.counterpart(ref);
    const isUpstream = counterpart !== undefined && isPresent(context, counterpart.availableOn);
    if (isUpstream && !counterpart.hidden) return [];
    const list = `${isUpstream ? 'wrapper_hidden' : 'wrapper_only'}_${PLURALS[ref.kind]}` as const;
    const availableOn = counterpart?.availableOn ?? fallbackAvailability(ref, targets, inputs);
    return [{ ref, list, availableOn, level, note, open: [] }];
  });
}

function fallbackAvailability(
  ref: UnitRef,
  targets: readonly string[],
  { upstream, manifest }: ClassifyInputs,
): readonly string[] {
  const command = upstream.find(commandRef(ref.path));
  return command?.availableOn ?? inTargetOrder(targets, manifest.targets.expected);
}
