import type { Finding } from '@fixpoint/model';
import { comparePaths } from '@fixpoint/surface-formats';
import { findingAt } from '@fixpoint/structured-text';
import {
  commandRef,
  type CoverageEntry,
  type Declared,
  describeUnit,
  type IdentifiedUnit,
  isSettled,
  type Standing,
  type UnitRef,
  type UpstreamUnit,
} from '@fixpoint/surface-units';
import type { Resolver, ResolverInputs } from './resolver';

const WAIVED = 'intentionally_unsupported';

interface WaivedCommand extends Declared {
  readonly path: readonly string[];
  readonly entry: CoverageEntry;
}

type Problem = Parameters<typeof findingAt>[2];

/**
 * The reference semantics (parity contract §6.4, §6.5): a unit has one level over all targets of the view, and a waiver
 * covers all available targets of what inherits it, or none. Anything else fails the report.
 */
export class SingleLevelResolver implements Resolver {
  private readonly found = new Map<string, Finding>();
  private readonly answers = new Map<string, Declared>();
  private readonly waived: readonly WaivedCommand[];

  constructor(private readonly inputs: ResolverInputs) {
    this.waived = this.waivedCommands();
  }

  get problems(): readonly Finding[] {
    return [...this.found.values()];
  }

  declared(ref: IdentifiedUnit): Declared {
    const answer = this.answers.get(ref.id) ?? this.resolve(ref);
    this.answers.set(ref.id, answer);
    return answer;
  }

  standing(unit: UpstreamUnit): Standing {
    const { level, note } = this.declared(unit);
    const available = this.inputs.context.relevant.filter((target) => unit.availableOn.includes(target));
    if (level === undefined) return this.inherited(unit, available) ?? { open: available };
    if (level === WAIVED) this.requireNote(unit, note);
    return { level, note, open: isSettled(level) ? [] : available };
  }

  private resolve(ref: IdentifiedUnit): Declared {
    const { relevant } = this.inputs.context;
    const entries = this.applying(ref);
    const different = entries.find(({ level }) => level !== entries[0]?.level);
    if (different !== undefined) this.report(different, levelsMixed(ref, entries));
    return {
      level: entries[0]?.level,
      note: entries.find(({ note }) => note !== undefined)?.note,
      targets: relevant.filter((target) => entries.some(({ targets }) => targets.includes(target))),
    };
  }

  private applying(ref: IdentifiedUnit): readonly CoverageEntry[] {
    const { context, index } = this.inputs;
    const entries = index.get(ref.id)?.entries ?? [];
    return entries.filter(({ targets }) => targets.some((target) => context.relevant.includes(target)));
  }

  private waivedCommands(): WaivedCommand[] {
    const roots = [...this.inputs.index.values()].flatMap(({ ref }): WaivedCommand[] => {
      if (ref.kind !== 'command') return [];
      const declared = this.declared(ref);
      const entry = this.applying(ref)[0];
      if (declared.level !== WAIVED || entry === undefined) return [];
      this.requireNote(ref, declared.note);
      return [{ ...declared, path: ref.path, entry }];
    });
    return roots.sort((a, b) => b.path.length - a.path.length || comparePaths(a.path, b.path));
  }

  private inherited(unit: UpstreamUnit, available: readonly string[]): Standing | undefined {
    for (const root of this.waived) {
      if (!root.path.every((token, position) => unit.path[position] === token)) continue;
      const shared = available.filter((target) => root.targets.includes(target));
      if (shared.length === 0) continue;
      if (shared.length < available.length) this.report(root.entry, partlyWaived(root, unit));
      return { level: WAIVED, note: root.note, open: [] };
    }
    return undefined;
  }

  private requireNote(ref: IdentifiedUnit, note: string | undefined): void {
    const entry = this.applying(ref)[0];
    if (note === undefined && entry !== undefined) this.report(entry, noteMissing(ref));
  }

  private report({ unit }: CoverageEntry, problem: Problem): void {
    this.found.set(`${problem.id} ${unit.pointer}`, findingAt(this.inputs.document, unit.pointer, problem));
  }
}

function levelsMixed(ref: UnitRef, entries: readonly CoverageEntry[]): Problem {
  const levels = [...new Set(entries.map(({ level }) => level))].join(', ');
  return {
    id: 'report/levels-mixed',
    message: `${describeUnit(ref)} has different levels on different targets (${levels}), which rules version 1 cannot report`,
    expected: 'one level',
    actual: levels,
    fix: 'declare one level for all targets, or set "rules_schema_version": 2 in RULES.json, which reports levels by target',
  };
}

function noteMissing(ref: UnitRef): Problem {
  return {
    id: 'report/waiver-without-note',
    message: `${describeUnit(ref)} is declared ${WAIVED} without a note that says why`,
    expected: 'a note',
    fix: 'add "note": "<the reason>" to the entry where coverage is declared',
  };
}

function partlyWaived(root: WaivedCommand, unit: UpstreamUnit): Problem {
  return {
    id: 'report/waiver-partly-scoped',
    message: `the waiver of ${describeUnit(commandRef(root.path))} covers some but not all targets of ${describeUnit(unit)}, which rules version 1 cannot report`,
    expected: unit.availableOn.join(', '),
    actual: root.targets.join(', '),
    fix: 'widen the scope of the waiver, or set "rules_schema_version": 2 in RULES.json, which reports waivers by target',
  };
}
