import type { SurfaceDiff } from '@fixpoint/surface-formats';

/** What the changes ask of the version number, as one sentence. */
export function bumpText({ bump, from, to }: SurfaceDiff): string {
  const { deserved, made, sufficient } = bump;
  const asked =
    deserved === 'none' ? 'The changes ask for no new version' : `The changes ask for a ${deserved} version`;
  if (made === undefined) return `${asked}.`;
  const step = `${from.version} → ${to.version} is ${made === 'none' ? 'none' : `a ${made} one`}`;
  if (sufficient === undefined) return `${asked}; ${step}, and prereleases promise nothing.`;
  return `${asked}; ${step}, which is ${sufficient ? 'enough' : 'not enough'}${from.version.startsWith('0.') ? ' below 1.0.0' : ''}.`;
}
