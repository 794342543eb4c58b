import type { Finding } from '@fixpoint/model';
import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { describeDifference } from './describe';
import { operationText } from './difference';
import type { WeighedDifference } from './weigh';

/** What findings are made with beside the differences. */
export interface FindingContext {
  readonly now: OpenApiDocument;
  /** How many interactions there are; absent where nothing is known of consumers. */
  readonly interactions?: number;
  /** The file of waivers, if there is one. */
  readonly waivers?: string;
}

/** One finding for each difference, at its place in the newer document; the id is the rule behind `breaking/`. */
export function toFindings(weighed: readonly WeighedDifference[], context: FindingContext): Finding[] {
  return weighed.map((one) => {
    const { difference, severity, waiver } = one;
    const { from, to } = difference;
    const text = describeDifference(one, context.interactions);
    const waived = waiver && `, waived until ${waiver.until} by ${context.waivers}: ${waiver.reason}`;
    return context.now.finding(difference.now, {
      id: `breaking/${difference.rule}`,
      severity,
      message: `${text}${waived ?? ''}`,
      ...(from !== undefined && { expected: from }),
      ...(to !== undefined && { actual: to }),
      fix: fixOf(one, context),
    });
  });
}

function fixOf({ difference, severity, waiver }: WeighedDifference, { waivers }: FindingContext): string {
  if (waiver !== undefined) return `repair it before ${waiver.until}, when the waiver ends`;
  if (severity === 'note') return 'nothing to repair: consumers go on as before';
  const { rule, operation, now } = difference;
  const location = operation === undefined ? now.pointer || '/' : operationText(operation);
  const entry = `- {rule: ${rule}, location: ${JSON.stringify(location)}, reason: "…", until: "YYYY-MM-DD"}`;
  const file = waivers ?? 'a file of waivers (name it as breaking.waivers where the contracts are named)';
  return `leave what consumers rely on as it was, or accept it until a day in ${file}: ${entry}`;
}
