import { pathKey } from '@fixpoint/surface-formats';
import type { Upstream, UpstreamUnit } from './upstream';
import type { IdentifiedUnit } from './units';
import { specificity, type CoverageEntry, type CoverageIndex, type CoveredUnit } from './coverage-index';
import { isSettled, type Declared, type Standing } from './levels';

/** What levels are told from. */
export interface LevelInputs {
  readonly context: {
    /** The targets that count. */
    readonly relevant: readonly string[];
  };
  readonly index: CoverageIndex;
  readonly upstream: Upstream;
}

interface Answer {
  readonly level?: string;
  readonly note?: string;
}

const UNSAID: Answer = {};
const WAIVED = 'intentionally_unsupported';
const COVERING: readonly (string | undefined)[] = ['explicit', 'passthrough'];
const FROM_BEST = ['explicit', 'passthrough', WAIVED, 'unsupported', 'unknown'];

/**
 * Levels by target (rules version 2). On each target the most exact entry counts: one that names the target, then one that
 * names its platform, then one without scope; of equally exact ones the worst. A unit without an entry there has the nearest
 * waiver of its commands that applies there. Over several targets the worst level counts (explicit, passthrough,
 * intentionally_unsupported, unsupported, unknown, nothing said), so that a gap on one target is never hidden by another.
 *
 * A root flag stands for its folded occurrences too: without an entry of its own it is covered on a target where an entry
 * for one of the commands that share it covers it.
 *
 * @req FP-REP-001
 */
export class PerTargetResolver {
  /** Every answer is possible. */
  readonly problems = [];
  private readonly sharers: ReadonlyMap<string, readonly Sharer[]>;
  private readonly waivers: ReadonlyMap<string, CoveredUnit>;

  constructor(private readonly inputs: LevelInputs) {
    this.sharers = sharersOfRootFlags(inputs.index, inputs.upstream);
    this.waivers = waivedCommands(inputs.index);
  }

  declared({ id }: IdentifiedUnit): Declared {
    const covered = this.inputs.index.get(id);
    const answers = this.inputs.context.relevant
      .map((target) => ({ target, ...bestMatch(covered, target) }))
      .filter(({ level }) => level !== undefined);
    const { level, note } = worst(answers);
    return { level, note, targets: answers.map(({ target }) => target) };
  }

  standing(unit: UpstreamUnit): Standing {
    let worstAnswer: Answer | undefined;
    const open: string[] = [];
    for (const target of this.inputs.context.relevant) {
      if (!unit.availableOn.includes(target)) continue;
      const answer = this.answer(unit, target);
      if (worstAnswer === undefined || badness(answer) > badness(worstAnswer)) worstAnswer = answer;
      if (!isSettled(answer.level)) open.push(target);
    }
    return { level: worstAnswer?.level, note: worstAnswer?.note, open };
  }

  private answer(unit: UpstreamUnit, target: string): Answer {
    const own = bestMatch(this.inputs.index.get(unit.id), target);
    if (own.level !== undefined) return own;
    const shared = this.shared(unit, target);
    return shared.level === undefined ? this.inherited(unit, target) : shared;
  }

  private shared({ id }: UpstreamUnit, target: string): Answer {
    const covering = (this.sharers.get(id) ?? [])
      .filter(({ flag }) => flag.availableOn.includes(target))
      .map(({ covered }) => bestMatch(covered, target))
      .filter(({ level }) => COVERING.includes(level));
    return covering.reduce((best, answer) => (badness(answer) < badness(best) ? answer : best), UNSAID);
  }

  private inherited({ path }: UpstreamUnit, target: string): Answer {
    if (this.waivers.size === 0) return UNSAID;
    for (let length = path.length; length >= 0; length--) {
      const answer = bestMatch(this.waivers.get(pathKey(path.slice(0, length))), target);
      if (answer.level === WAIVED) return answer;
    }
    return UNSAID;
  }
}

function bestMatch(covered: CoveredUnit | undefined, target: string): Answer {
  if (covered === undefined) return UNSAID;
  const applying = covered.entries.filter(({ targets }) => targets.includes(target));
  if (applying.length <= 1) return applying[0] ?? UNSAID;
  const nearest = Math.min(...applying.map((entry) => specificity(entry, target)));
  return worst(applying.filter((entry) => specificity(entry, target) === nearest));
}

function worst(answers: readonly (Answer | CoverageEntry)[]): Answer {
  return (
    answers.reduce<Answer | undefined>(
      (current, answer) => (current === undefined || badness(answer) > badness(current) ? answer : current),
      undefined,
    ) ?? UNSAID
  );
}

function badness({ level }: Answer): number {
  if (level === undefined) return FROM_BEST.length;
  const rank = FROM_BEST.indexOf(level);
  return rank === -1 ? FROM_BEST.length - 1 : rank;
}

/** What the wrapper says of a flag of a command that the union folded into the root. */
interface Sharer {
  readonly covered: CoveredUnit;
  readonly flag: UpstreamUnit;
}

function sharersOfRootFlags(index: CoverageIndex, upstream: Upstream): Map<string, Sharer[]> {
  const sharers = new Map<string, Sharer[]>();
  for (const covered of index.values()) {
    const flag = upstream.find(covered.ref) === undefined ? upstream.foldedFlag(covered.ref) : undefined;
    if (flag === undefined) continue;
    sharers.set(flag.id, [...(sharers.get(flag.id) ?? []), { covered, flag }]);
  }
  return sharers;
}

function waivedCommands(index: CoverageIndex): Map<string, CoveredUnit> {
  const waived = [...index.values()].filter(
    ({ ref, entries }) => ref.kind === 'command' && entries.some(({ level }) => level === WAIVED),
  );
  return new Map(waived.map((covered) => [pathKey(covered.ref.path), covered]));
}
