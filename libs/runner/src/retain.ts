import { collectRetention, describeRetention, planRetention } from '@fixpoint/lifecycle';
import { removeTrees } from '@fixpoint/workspace-io';
import { faultVerdict } from './fault-verdict';
import { EMPTY, stepRefused, type StepResult } from './lifecycle-verdict';
import { openParityRoot } from './parity-root';
import { placeRoot, type RootRequest } from './root-place';

/** What is to be pruned. */
export interface RetainRequest extends RootRequest {
  /** Remove; the plan is only shown otherwise. */
  readonly apply?: boolean;
}

const TARGET = 'retain';

/** Plans which versions the rules prune and, where asked to, removes everything of them in one step. Never throws. */
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
    return {
      text: describeRetention(planned.value, manifest, apply),
      verdict: { ...EMPTY, target: TARGET, root: name, removed, compared: prune.length },
    };
  } catch (error) {
    return { verdict: faultVerdict(error, { target: TARGET, root: name, absoluteRoot: ports.files.root }) };
  }
}
