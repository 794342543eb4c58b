import { memoryPorts } from '@fixpoint/testkit';
import { compareFindings, type Finding, type Outcome, type Ports } from '@fixpoint/model';
import type { SpecsConfig, StepsConfig } from '@fixpoint/spec-formats';
import { stepcheckDerivation } from './stepcheck-derivation';

const STEPS: StepsConfig = {
  features: ['**/*.feature', '**/*.feature.md'],
  definitions: ['**/*.ts', '**/*.js'],
};

/** What a run over files comes to. */
export interface StepcheckRun {
  readonly outcome: Outcome | undefined;
  readonly findings: readonly Finding[];
}

/** Runs the derivation over files in memory, or over ports. */
export async function runStepcheck(
  world: Readonly<Record<string, string | Uint8Array>> | Ports,
  steps: Partial<StepsConfig> | 'off' = {},
): Promise<StepcheckRun> {
  const config: SpecsConfig = {
    root: 'libs/api',
    severity: {},
    ...(steps !== 'off' && { steps: { ...STEPS, ...steps } }),
  };
  const ports = isPorts(world) ? world : memoryPorts({ files: world });
  const collected = await stepcheckDerivation.collect(ports, config, { check: true });
  if (!collected.ok) return { outcome: collected.outcome, findings: collected.findings };
  const derived = stepcheckDerivation.derive(collected.value, config);
  const checked = stepcheckDerivation.check?.(collected.value, config) ?? [];
  return { outcome: derived.outcome, findings: [...derived.findings, ...checked].sort(compareFindings) };
}

function isPorts(world: Readonly<Record<string, string | Uint8Array>> | Ports): world is Ports {
  return typeof world.files === 'object' && 'root' in world.files;
}

/** Findings as `id file:line:column actual`, without the prefix. */
export function toldFindings({ findings }: StepcheckRun): string[] {
  return findings.map(({ id, file, position, actual }) =>
    `${id.replace('stepcheck/', '')} ${file}${position ? `:${position.line}:${position.column}` : ''} ${actual ?? ''}`.trim(),
  );
}
