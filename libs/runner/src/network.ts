import { DEFAULT_NETWORK, type Network } from '@fixpoint/acquisition';
import type { MachinePort } from '@fixpoint/model';

/**
 * What sources may use of the environment, under the names that the tools of GitHub read: `GH_TOKEN` before `GITHUB_TOKEN`, and
 * `GITHUB_API_URL` for a GitHub of one's own.
 */
export function networkOf({ env }: MachinePort): Network {
  const [token] = [env('GH_TOKEN'), env('GITHUB_TOKEN')].filter(
    (value) => value !== undefined && value !== '',
  );
  return { ...DEFAULT_NETWORK, token, apiUrl: env('GITHUB_API_URL') || DEFAULT_NETWORK.apiUrl };
}
