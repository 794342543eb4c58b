import type { ContractsConfig } from '@fixpoint/contract-formats';
import { failureOf, success, type Derivation, type Derived, type Finding } from '@fixpoint/model';
import { fixCommand } from '@fixpoint/surface-formats';
import { toFindings } from '../findings';
import { readWaivers } from '../waivers/read-waivers';
import { expiredFinding, judgeWaivers, unusedFinding } from '../waivers/waive';
import { absentWaivers, emptyBaseline, noDocuments } from './base-findings';
import { compareFacts, type Comparison } from './compare-facts';
import { collectFacts, type BreakingFacts, type InteractionReader } from './facts';

/** The two checks of a root, which differ in what they may look at. */
export interface BreakingDerivations {
  /** For the target that is never cached: any base, and waivers that have expired. */
  readonly breaking: Derivation<ContractsConfig, BreakingFacts>;
  /** For `validate`, whose verdict is cached: a committed baseline only, and no clock. */
  readonly baseline: Derivation<ContractsConfig, BreakingFacts>;
}

/**
 * What the documents of a root break for consumers, compared with their base. No files are derived: everything is in the
 * findings. See `docs/decisions/0043`.
 */
export function createBreakingDerivations(readInteractions: InteractionReader): BreakingDerivations {
  return {
    breaking: createDerivation({
      id: 'breaking',
      summary: 'what changed in the OpenAPI documents since their base, and what of it breaks consumers',
      readInteractions,
      onlyBaseline: false,
    }),
    baseline: createDerivation({
      id: 'breaking-baseline',
      summary: 'what changed in the OpenAPI documents since the committed baseline',
      readInteractions,
      onlyBaseline: true,
    }),
  };
}

interface Options {
  readonly id: string;
  readonly summary: string;
  readonly readInteractions: InteractionReader;
  readonly onlyBaseline: boolean;
}

function createDerivation(options: Options): Derivation<ContractsConfig, BreakingFacts> {
  const { id, summary } = options;
  // Deriving and checking ask for the same comparison of the same facts, which takes seconds for a large document.
  const known = new WeakMap<BreakingFacts, Judgement>();
  const judgementOf = (facts: BreakingFacts, config: ContractsConfig): Judgement => {
    const found = known.get(facts) ?? judge(facts, config);
    known.set(facts, found);
    return found;
  };
  return {
    id,
    summary,
    owns: () => [],
    allowsEmpty: () => true,
    collect: (ports, config) => collectFacts(ports, config, options),
    derive: (facts, config) => derive(judgementOf(facts, config)),
    check: (facts, config) => judgementOf(facts, config).findings,
    fix: (root) => fixCommand('breaking', { root }),
  };
}

interface Judgement {
  readonly comparison: Comparison;
  readonly findings: readonly Finding[];
  /** Why the waivers cannot be read at all; nothing is waived then. */
  readonly unread: readonly Finding[];
}

function derive({ comparison, unread }: Judgement): Derived {
  const problems = [...unread, ...comparison.broken];
  return problems.length > 0 ? failureOf('usage', ...problems) : success([]);
}

function judge(facts: BreakingFacts, config: ContractsConfig): Judgement {
  const { breaking } = config;
  if (facts.base === undefined || breaking === undefined) {
    return { comparison: { documents: [], broken: [], remarks: [] }, findings: [], unread: [] };
  }
  const file = breaking.waivers;
  const read = readWaivers(file ?? '', facts.waivers ?? '');
  const { holding, expired } = judgeWaivers(read.waivers, facts.isCached ? undefined : facts.today);
  const comparison = compareFacts(facts, config, holding);
  const used = new Set(
    comparison.documents.flatMap(({ differences }) => differences.map(({ waiver }) => waiver)),
  );
  const { document } = read;
  const isComplete = comparison.broken.length === 0;
  return {
    comparison,
    unread: document === undefined ? read.findings : [],
    findings: [
      ...setupFindings(facts, config),
      ...(document === undefined ? [] : read.findings),
      ...(document === undefined ? [] : expired.map((waiver) => expiredFinding(document, waiver))),
      ...(document === undefined || !isComplete
        ? []
        : holding
            .filter((waiver) => !used.has(waiver))
            .map((waiver) => unusedFinding(document, waiver, severityOfUnused(facts)))),
      ...comparison.remarks,
      ...comparison.documents.flatMap(({ differences, now, interactions }) =>
        toFindings(differences, {
          now,
          ...(interactions !== undefined && { interactions }),
          ...(file !== undefined && { waivers: file }),
        }),
      ),
    ],
  };
}

// Compared with git, a waiver waives nothing any more as soon as what it waives is merged.
function severityOfUnused({ base }: BreakingFacts): Finding['severity'] {
  return base?.directory === undefined ? 'warning' : 'error';
}

function setupFindings(facts: BreakingFacts, { breaking, documents }: ContractsConfig): Finding[] {
  const directory = facts.base?.directory;
  const [first] = documents;
  if (first === undefined) return [noDocuments()];
  const isEmpty = directory !== undefined && facts.documents.every(({ old }) => old === undefined);
  const isAbsent = breaking?.waivers !== undefined && facts.waivers === undefined;
  return [
    ...(isEmpty ? [emptyBaseline(directory, first.file)] : []),
    ...(isAbsent ? [absentWaivers(breaking.waivers as string)] : []),
  ];
}
