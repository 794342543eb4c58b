import { isAbsolute, relative, resolve } from 'node:path';
import type { Finding, Ports, ProgressPort } from '@fixpoint/model';
import { createPorts } from '@fixpoint/workspace-io';

/** A root as the user named it. */
export interface RootRequest {
  /** Directory of the marker, absolute or relative to `base`. */
  readonly root: string;
  /** Absolute directory that a relative root is meant from: the workspace under Nx, the working directory otherwise. */
  readonly base: string;
  readonly progress?: ProgressPort;
}

/** A root that can be read. */
export interface RootPlace {
  /** The root in messages and fixes: relative to `base` where it lies below it, with `/`. */
  readonly name: string;
  readonly ports: Ports;
}

/** Makes the ports of a root. The directory need not exist yet; reading from it says so then. */
export function placeRoot({ root, base, progress }: RootRequest): RootPlace {
  const absolute = resolve(base, root);
  const below = relative(base, absolute).replaceAll('\\', '/');
  const isOutside = /^\.\.(?:\/|$)/.test(below) || isAbsolute(below);
  const name = isOutside ? absolute.replaceAll('\\', '/') : below === '' ? '.' : below;
  return { name, ports: createPorts({ root: absolute, progress }) };
}

/** `a, b or c`. */
function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** The finding for a directory that holds no marker of any family. */
export function noMarker(name: string, markers: readonly string[], wanted = markers[0]): Finding {
  const parts = name.split('/');
  const isMarker = markers.includes(parts.at(-1) ?? '');
  const directory = parts.slice(0, -1).join('/') || '.';
  return {
    id: 'config/no-marker',
    severity: 'error',
    message: isMarker
      ? `${name} is a marker: the root is the directory that holds it`
      : `${name} holds no ${oneOf(markers)}, so there is nothing that says what is derived there`,
    file: '.',
    expected: isMarker ? directory : oneOf(markers),
    fix: isMarker
      ? `name the directory: --root ${directory}`
      : `name the directory of a marker with --root, or create ${name}/${wanted}`,
  };
}
