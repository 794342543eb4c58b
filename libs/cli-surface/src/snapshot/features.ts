import { parseFeatureList } from '@fixpoint/help-parser';
import { compareBytes, type FeatureRow, type ToolConfig } from '@fixpoint/surface-formats';
import { pageReader } from './page-reader';
import type { ToolSession } from './tool-session';

/** A feature that could not be enabled. */
export interface EnableFailure {
  readonly name: string;
  readonly detail: string;
}

/** The feature switches of a tool and which of them can be enabled together. */
export interface FeatureSwitches {
  readonly listed?: readonly FeatureRow[];
  /** The list as it was printed. */
  readonly text?: string;
  /** Why there is no list. */
  readonly problem?: string;
  readonly requested: readonly string[];
  readonly enabled: readonly string[];
  readonly failures: readonly EnableFailure[];
}

type FeatureConfig = NonNullable<ToolConfig['features']>;

/** Lists the switches and finds out, by the tool's own help page, which can be enabled. */
export async function readFeatures(session: ToolSession, config: FeatureConfig): Promise<FeatureSwitches> {
  const answer = await session.call(config.listArgs);
  if (!answer.ok) return noSwitches(answer.problem.detail);
  if (answer.exitCode !== 0) return noSwitches(`exit code ${answer.exitCode}`);
  const listed = parseFeatureList(answer.stdout.text).sort((a, b) => compareBytes(a.name, b.name));
  if (listed.length === 0 && answer.stdout.text !== '')
    return noSwitches('what it printed is not a list of features');
  const requested = listed.filter(({ stage }) => !config.skipStages.includes(stage)).map(({ name }) => name);
  const failures: EnableFailure[] = [];
  const enabled = await enableable({ session, config, failures }, requested, []);
  return { listed, text: answer.stdout.text, requested, enabled, failures };
}

function noSwitches(problem: string): FeatureSwitches {
  return { problem, requested: [], enabled: [], failures: [] };
}

/** The arguments that enable some switches. */
export function enableArgs(config: FeatureConfig, names: readonly string[]): string[] {
  return names.flatMap((name) => [config.enableFlag, name]);
}

interface Attempt {
  readonly session: ToolSession;
  readonly config: FeatureConfig;
  readonly failures: EnableFailure[];
}

// All at once first; a refusal is narrowed down by halves, each tried together with what is accepted already.
async function enableable(
  attempt: Attempt,
  names: readonly string[],
  accepted: readonly string[],
): Promise<string[]> {
  if (names.length === 0) return [];
  const args = enableArgs(attempt.config, [...accepted, ...names]);
  const outcome = await pageReader(attempt.session, args)([]);
  if (outcome.ok) return [...names];
  if (names.length === 1) {
    attempt.failures.push({ name: names[0] as string, detail: outcome.problem.detail });
    return [];
  }
  const half = Math.ceil(names.length / 2);
  const first = await enableable(attempt, names.slice(0, half), accepted);
  const second = await enableable(attempt, names.slice(half), [...accepted, ...first]);
  return [...first, ...second];
}
