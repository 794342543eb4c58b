import { MARKER, parseManifest } from '@fixpoint/config';
import type { Ports, Result } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { FAMILIES } from './families';
import type { RootPlace } from './root-place';
import { openRoot } from './open-root';

/** A root of a wrapped tool that can be read. */
export interface ParityRoot {
  readonly name: string;
  readonly ports: Ports;
  readonly manifest: Manifest;
}

/** Opens a root whose marker is that of a wrapped tool; roots of other kinds have no versions that could be promoted or pruned. */
export async function openParityRoot({ name, ports }: RootPlace): Promise<Result<ParityRoot>> {
  const families = FAMILIES.filter(({ marker, parse }) => marker === MARKER && parse === parseManifest);
  const opened = await openRoot({ name, ports }, families);
  if (!opened.ok) return { ...opened, outcome: opened.outcome ?? 'usage' };
  return { ...opened, value: { name, ports, manifest: opened.value.config as Manifest } };
}
