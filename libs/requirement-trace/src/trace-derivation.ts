import { escapeGlob, failure, success, type Derivation, type Derived, type Finding } from '@fixpoint/model';
import { tracePaths, type SpecFilesConfig, type SpecsConfig } from '@fixpoint/spec-formats';
import { statesNothing, type SpecFacts } from '@fixpoint/spec-document';
import { fixCommand } from '@fixpoint/surface-formats';
import { nearest } from '@fixpoint/structured-text';
import { traceJson } from './artifacts/trace-json';
import { tracePage } from './artifacts/trace-page';
import { collectFacts, type TraceFacts } from './collect-facts';
import { confirmedText, linkKey, type ConfirmedLinks } from './confirmed-links';
import { coverageOf } from './coverage';
import { coverageFindings } from './findings/coverage-findings';
import { danglingFindings } from './findings/dangling-findings';
import { suspectFindings } from './findings/suspect-findings';
import { buildGraph, type TraceGraph } from './trace-graph';

/**
 * Requirements followed into code, tests, OpenAPI operations, pact interactions, metrics and Gherkin features: `trace.json`, the page `trace.md`, and
 * `confirmed.json`, which remembers what each requirement said when its links were made or confirmed.
 *
 * @req FP-TRACE-001
 */
export const traceDerivation: Derivation<SpecsConfig, TraceFacts> = {
  id: 'trace',
  summary: 'requirements followed into code, tests, operations, pacts, metrics and features',
  owns: (config) => Object.values(tracePaths(config) ?? {}).map(escapeGlob),
  allowsEmpty: () => true,
  collect: collectFacts,
  derive,
  check,
  fix: (root) => fixCommand('trace', { root }),
};

/**
 * Nothing is derived of inputs that were read in part: links that only seem to be gone would leave the record, and come back as confirmed.
 *
 * @req FP-TRACE-007
 */
function derive(facts: TraceFacts, config: SpecsConfig): Derived {
  const { trace, specs } = config;
  const paths = tracePaths(config);
  if (trace === undefined || specs === undefined || paths === undefined || facts.specs === undefined)
    return success([]);
  const { specs: documents, findings, unread } = facts.specs;
  const isEmpty = documents.every(({ requirements }) => requirements.length === 0);
  const broken = facts.layers.findings.filter(isObstacle);
  const obstacles = [
    ...broken,
    ...facts.confirmed.findings,
    ...(isEmpty && !mayBeEmpty(facts.specs, specs) ? [noRequirements(config.root)] : []),
    ...unknownConfirmations(facts),
  ];
  const remarks = [...findings, ...facts.layers.findings.filter((finding) => !isObstacle(finding))];
  if (!facts.confirmed.ok || obstacles.length > 0 || unread.length > 0)
    return failure(...obstacles, ...remarks);
  if (isEmpty) return success([], remarks);
  const graph = graphOf(facts, facts.confirmed.value);
  const coverage = coverageOf(graph, trace);
  const artifacts = [
    { path: paths.confirmed, text: confirmedText(recordOf(graph)) },
    { path: paths.trace, text: traceJson(graph, coverage, trace.needs) },
    { path: paths.page, text: tracePage(graph, coverage, { page: paths.page, needs: trace.needs }) },
  ];
  return success(artifacts, remarks);
}

/** Whether no requirement at all is right, or what may hold some could not be read. */
function mayBeEmpty(facts: SpecFacts, specs: SpecFilesConfig): boolean {
  return facts.unread.length > 0 || specs.allowEmpty || statesNothing(facts, specs);
}

function check(facts: TraceFacts, { trace, root }: SpecsConfig): Finding[] {
  if (trace === undefined || facts.specs === undefined) return [];
  const graph = graphOf(facts, facts.confirmed.ok ? facts.confirmed.value : new Map());
  return [
    ...danglingFindings(graph, facts.specs.specs),
    ...suspectFindings(graph, root),
    ...coverageFindings(graph, { trace, root }),
  ];
}

function graphOf({ specs, layers, confirm }: TraceFacts, confirmed: ConfirmedLinks): TraceGraph {
  return buildGraph({ specs: specs?.specs ?? [], links: layers.links, confirmed, confirm });
}

/** The fingerprints that belong to the links that are there now. */
function recordOf({ requirements }: TraceGraph): ConfirmedLinks {
  return new Map(
    requirements
      .filter(({ links }) => links.length > 0)
      .map(({ requirement, links }) => [
        requirement.id,
        new Map(links.map((link) => [linkKey(link), link.confirmed])),
      ]),
  );
}

/** A file of a layer that could not be read. A glob without files has no links that could seem to be gone. */
function isObstacle({ id, severity }: Finding): boolean {
  return severity === 'error' && id !== 'trace/no-files';
}

function noRequirements(root: string): Finding {
  return {
    id: 'trace/no-requirements',
    severity: 'error',
    message: 'the specs define no requirement, so there is nothing to trace',
    file: '.',
    fix: `correct "specs.files" or "specs.ids" of ${root}, or allow that there are none ("specs.allow_empty")`,
  };
}

/** An id that is confirmed and does not exist was meant to be another one. */
function unknownConfirmations({ specs, confirm }: TraceFacts): Finding[] {
  const known = (specs?.specs ?? []).flatMap(({ requirements }) => requirements.map(({ id }) => id));
  return confirm
    .filter((id) => id !== '*' && !known.includes(id))
    .map((id) => {
      const meant = nearest(id, known);
      return {
        id: 'trace/unknown-requirement',
        severity: 'error',
        message: `${id} cannot be confirmed: no spec defines it${meant === undefined ? '' : `; did you mean ${meant}?`}`,
        file: '.',
        actual: id,
        fix: meant === undefined ? 'give the id of a requirement, or *' : `confirm ${meant}`,
      };
    });
}
