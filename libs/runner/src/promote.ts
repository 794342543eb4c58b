import {
  collectPromotion,
  planPromotion,
  renderPromotion,
  type PromotionPlan,
  type PromotionRequest,
} from '@fixpoint/lifecycle';
import { failureOf, success, type Result } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { applyChanges } from '@fixpoint/workspace-io';
import { faultVerdict } from './fault-verdict';
import { EMPTY, stepRefused, type StepResult } from './lifecycle-verdict';
import { openParityRoot } from './parity-root';
import { placeRoot, type RootRequest } from './root-place';

/** What is to be promoted. */
export interface PromoteRequest extends RootRequest, Omit<PromotionRequest, 'version'> {
  readonly version?: string;
  /** Change the files; the plan is only shown otherwise. */
  readonly apply?: boolean;
}

const TARGET = 'promote';

/**
 * Plans the promotion of a version and, where asked to, carries the plan out in one step. Nothing is written when one gate does not
 * hold. Never throws.
 *
 * @req FP-LIFE-006
 */
export async function promote(request: PromoteRequest): Promise<StepResult> {
  const { name, ports } = placeRoot(request);
  try {
    const opened = await openParityRoot({ name, ports });
    if (!opened.ok) return stepRefused(TARGET, name, opened);
    const planned = await plan(opened.value, request);
    if (!planned.ok) return stepRefused(TARGET, name, planned);
    const { changes, refused } = planned.value;
    if (refused.length > 0) return stepRefused(TARGET, name, { findings: refused });
    const isApplied = request.apply === true && changes.length > 0;
    const { written } = isApplied
      ? await applyChanges(ports.files.root, { write: changes, remove: [] })
      : { written: [] };
    return {
      text: renderPromotion(planned.value, isApplied),
      verdict: { ...EMPTY, target: TARGET, root: name, written, compared: changes.length },
    };
  } catch (error) {
    return { verdict: faultVerdict(error, { target: TARGET, root: name, absoluteRoot: ports.files.root }) };
  }
}

async function plan(
  {
    ports,
    manifest,
  }: { readonly ports: Parameters<typeof collectPromotion>[0]; readonly manifest: Manifest },
  { version, targets, allowBackward, minSupported }: PromoteRequest,
): Promise<Result<PromotionPlan>> {
  if (version === undefined) {
    return failureOf('usage', {
      id: 'usage/version-missing',
      severity: 'error',
      message: 'the version that is to be promoted has to be named',
      file: 'RULES.json',
      fix: `fixpoint promote --root ${manifest.root} --version 1.2.3`,
    });
  }
  const request = { version, targets, allowBackward, minSupported };
  const facts = await collectPromotion(ports, manifest, request);
  return facts.ok ? success(planPromotion({ facts: facts.value, manifest, request })) : facts;
}
