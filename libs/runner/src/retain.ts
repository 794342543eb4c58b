import { collectRetention, describeRetention, planRetention, targetsAfterPruning } from '@fixpoint/lifecycle';
import { compareText, worseOutcome, type Outcome, type Verdict } from '@fixpoint/model';
import { removeTrees } from '@fixpoint/workspace-io';
import { faultVerdict } from './fault-verdict';
import { EMPTY, stepRefused, type StepResult } from './lifecycle-verdict';
import { openParityRoot } from './parity-root';
import { placeRoot, type RootRequest } from './root-place';
import { runTarget } from './run-target';

/** What is to be pruned. */
export interface RetainRequest extends RootRequest {
  /** Remove; the plan is only shown otherwise. */
  readonly apply?: boolean;
}

const TARGET = 'retain';

/**
 * Plans which versions the rules prune and, where asked to, removes everything of them in one step; what spans versions is derived
 * again then. Never throws.
 *
 * @req FP-LIFE-006
 */
export async function retain(request: RetainRequest): Promise<StepResult> {
  const { name, ports } = placeRoot(request);
  const apply = request.apply === true;
  try {
    const opened = await openParityRoot({ name, ports });
    if (!opened.ok) return stepRefused(TARGET, name, opened);
    const { manifest } = opened.value;
    const facts = await collectRetention(ports, manifest);
    if (!facts.ok) return stepRefused(TARGET, name, facts);
    const planned = planRetention(facts.value, manifest);
    if (!planned.ok) return stepRefused(TARGET, name, planned);
    const { prune, refused } = planned.value;
    if (refused.length > 0) return stepRefused(TARGET, name, { findings: refused });
    const removed = apply
      ? await removeTrees(
          ports.files.root,
          prune.flatMap(({ paths }) => paths),
        )
      : [];
    const after = removed.length > 0 ? targetsAfterPruning(manifest) : [];
    const derived: Verdict[] = [];
    for (const target of after) derived.push(await runTarget({ ...request, target }));
    return {
      text: describeRetention(planned.value, manifest, apply),
      verdict: {
        ...EMPTY,
        target: TARGET,
        root: name,
        outcome: derived.map(({ outcome }) => outcome).reduce<Outcome>(worseOutcome, 'clean'),
        findings: derived.flatMap(({ findings }) => findings),
        written: derived.flatMap(({ written }) => written),
        removed: [...removed, ...derived.flatMap((verdict) => verdict.removed)].sort(compareText),
        compared: prune.length,
      },
    };
  } catch (error) {
    return { verdict: faultVerdict(error, { target: TARGET, root: name, absoluteRoot: ports.files.root }) };
  }
}
