import type { LayerKind } from '@fixpoint/spec-formats';
import type { Finding, Position } from '@fixpoint/model';
import type { Certainty } from '@fixpoint/source-tags';

/** A place outside of the specs that names a requirement. */
export interface TraceLink {
  readonly id: string;
  readonly kind: LayerKind;
  /** Relative to the root; may lead out of it. */
  readonly file: string;
  /** What the link is told by in its file, together with its kind: a title, an operation, a metric. It has no line in it and may be empty. */
  readonly name: string;
  readonly position?: Position;
  readonly certainty: Certainty;
}

/** What was read of one layer. */
export interface LayerFacts {
  readonly links: readonly TraceLink[];
  /** Files that could not be read, or not to their end, as errors; and remarks. */
  readonly findings: readonly Finding[];
}

/** Puts what was read of several files or layers together. */
export function joinLayers(layers: readonly LayerFacts[]): LayerFacts {
  return {
    links: layers.flatMap(({ links }) => links),
    findings: layers.flatMap(({ findings }) => findings),
  };
}

const LONGEST_NAME = 200;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The same links with names that fit into one line of a UTF-8 file, whatever a title or a description holds. */
export function withPlainNames({ links, findings }: LayerFacts): LayerFacts {
  return { links: links.map((link) => ({ ...link, name: plainName(link.name) })), findings };
}

function plainName(name: string): string {
  const oneLine = name
    .slice(0, 10 * LONGEST_NAME)
    .replace(/\s+/g, ' ')
    .trim();
  return oneLine.slice(0, LONGEST_NAME).replace(LONE_SURROGATE, '\ufffd').trim();
}
