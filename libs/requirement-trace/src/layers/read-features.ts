import { readFeature } from '@fixpoint/gherkin-steps';
import type { FoundFile, Ports } from '@fixpoint/model';
import { namedIds, tagReader } from '@fixpoint/source-tags';
import type { LayerFacts, TraceLink } from '../trace-link';
import { readDocumentLayer } from './read-layer';

/**
 * Reads the requirements that Gherkin features name: in tags, `@ORCH-2002`, on a feature, a rule, a scenario, an outline or its examples, and in comments
 * (`# Verifies: ORCH-2002`), which are for the feature as a whole.
 */
export async function readFeatures(
  ports: Ports,
  globs: readonly string[],
  ids: readonly string[],
): Promise<LayerFacts> {
  const readComments = tagReader({ ids, patterns: { code: [], test: [] } });
  const layerOf = ({ path, text }: FoundFile): LayerFacts => {
    const read = readFeature(path, text, 'trace');
    if (!read.ok) return { links: [], findings: read.findings };
    const { name, tags } = read.value;
    const comments = readComments({ file: path, text, kind: 'code' }).tags;
    const links = [
      ...tags.flatMap(({ name: tag, title, position }) =>
        namedIds(tag.slice(1), ids).map(({ id, certainty }) => ({ id, name: title, position, certainty })),
      ),
      ...comments.map(({ id, position, certainty }) => ({ id, name, position, certainty })),
    ];
    return {
      links: links.map((link): TraceLink => ({ ...link, kind: 'feature', file: path })),
      findings: read.findings,
    };
  };
  return readDocumentLayer(ports, globs, layerOf);
}
