import { type Finding, type FoundFile, type Ports } from '@fixpoint/model';
import { idsInProse, namedIds } from '@fixpoint/source-tags';
import { findingAt, isRecord, parseLocated, type LocatedDocument } from '@fixpoint/structured-text';
import { joinLayers, type LayerFacts, type TraceLink } from '../trace-link';
import { readDocumentLayer } from './read-layer';

/** Keys of a metrics contract that hold the metrics, in both of its shapes. */
const LISTS = ['metrics', 'required_metrics'] as const;

/** Reads the requirements that metrics of a contract name: in `requirements`, a list of ids, and in their `help` or `description`. */
export async function readMetrics(
  ports: Ports,
  globs: readonly string[],
  ids: readonly string[],
): Promise<LayerFacts> {
  return readDocumentLayer(ports, globs, (file) => layerOf(file, ids));
}

function layerOf({ path, text }: FoundFile, ids: readonly string[]): LayerFacts {
  const parsed = parseLocated(path, text, 'trace');
  if (!parsed.ok) return { links: [], findings: parsed.findings };
  const document = parsed.value;
  const { value } = document;
  const lists = LISTS.filter((key) => isRecord(value) && Array.isArray(value[key]));
  if (lists.length === 0) return { links: [], findings: [noMetrics(document)] };
  return joinLayers(
    lists.flatMap((key) =>
      (value as Record<string, readonly unknown[]>)[key]!.map((metric, index) =>
        metricLayer(document, { metric, pointer: `/${key}/${index}` }, ids),
      ),
    ),
  );
}

function metricLayer(
  document: LocatedDocument,
  { metric, pointer }: { readonly metric: unknown; readonly pointer: string },
  ids: readonly string[],
): LayerFacts {
  if (!isRecord(metric)) return { links: [], findings: [] };
  const name = typeof metric['name'] === 'string' ? metric['name'] : '';
  const linkAt = (at: string, named: Pick<TraceLink, 'id' | 'certainty'>): TraceLink => {
    const position = document.positionOf(at);
    return {
      id: named.id,
      kind: 'metric',
      file: document.file,
      name,
      ...(position && { position }),
      certainty: named.certainty,
    };
  };
  const { requirements } = metric;
  const list: readonly unknown[] = Array.isArray(requirements)
    ? requirements
    : requirements === undefined
      ? []
      : [requirements];
  const listed = list.map((item, index) => {
    const at = Array.isArray(requirements) ? `${pointer}/requirements/${index}` : `${pointer}/requirements`;
    return { at, found: typeof item === 'string' ? namedIds(item, ids) : [] };
  });
  const told = (['help', 'description'] as const).flatMap((key) => {
    const text = metric[key];
    return typeof text === 'string'
      ? idsInProse(text, ids).map((named) => linkAt(`${pointer}/${key}`, named))
      : [];
  });
  return {
    links: [...listed.flatMap(({ at, found }) => found.map((named) => linkAt(at, named))), ...told],
    findings: listed.filter(({ found }) => found.length === 0).map(({ at }) => noId(document, at)),
  };
}

function noId(document: LocatedDocument, pointer: string): Finding {
  return findingAt(document, pointer, {
    id: 'trace/tag-without-id',
    severity: 'warning',
    message: '"requirements" names no requirement here',
    fix: `write the id of the requirement in ${document.file}`,
  });
}

function noMetrics(document: LocatedDocument): Finding {
  return findingAt(document, '', {
    id: 'trace/no-metrics',
    severity: 'error',
    message: `${document.file} is no metrics contract: it has no list "metrics"`,
    fix: `correct ${document.file}, or take it out of "trace.metrics"`,
  });
}
