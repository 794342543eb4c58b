import {
  compareText,
  failureOf,
  success,
  type Artifact,
  type Derivation,
  type Finding,
  type Ports,
  type Result,
  type Scope,
} from '@fixpoint/model';
import type { LinksConfig, SpecsConfig } from '@fixpoint/spec-formats';
import { fixCommand } from '@fixpoint/surface-formats';
import { documentFindings, noFiles } from './document-findings';
import { fixDocument, isFixable } from './fix-document';
import { isUrlEntry, leaveAlone, unusedEntryFinding } from './ignored-links';
import { judgeLink } from './judge/judge-link';
import type { MissingFile, Problem } from './judge/problem';
import { problemFinding } from './link-findings';
import { globMatcher } from './scan/glob-matcher';
import type { LinkFacts } from './scan/link-facts';
import { loadTargets } from './scan/load-targets';
import { relativeTo } from './scan/paths';
import type { ScannedDocument } from './scan/read-document';
import { scanDocuments, type Scan } from './scan/scan-documents';
import { newBudget } from './suggest/closest';
import { findLost } from './suggest/find-lost';

const NOTHING: LinkFacts = { root: '', documents: [], problems: [], tooLarge: [], fix: false };

/**
 * The links of all Markdown of a root, offline: files as the workspace has them, letter by letter, and anchors by GitHub's rule. Nothing is
 * written, but for a run that fixes: its artifacts are the documents whose links can be put right beyond doubt.
 *
 * @req FP-LINK-008
 */
export const linkCheckDerivation: Derivation<SpecsConfig, LinkFacts> = {
  id: 'link-check',
  summary: 'links of all Markdown: files with exact case, anchors, references, with what was meant',
  owns: () => [],
  allowsEmpty: () => true,
  collect,
  derive: ({ fix, ...facts }, config) => success(fix ? fixedDocuments(facts, config) : []),
  check,
  fix: (root) => fixCommand('link-check', { root }),
};

async function collect(ports: Ports, { links, root }: SpecsConfig, scope: Scope): Promise<Result<LinkFacts>> {
  if (links === undefined) return success(NOTHING);
  const scan = await scanDocuments(ports, links.files);
  if (scan.documents.length === 0 && scan.tooLarge.length === 0)
    return failureOf('usage', noFiles('link-check', links.files, root));
  const { documents, tooLarge } = scan;
  const problems = await findProblems(ports, { scan, links, history: scope.history === true });
  return success({ root: scan.root, documents, problems, tooLarge, fix: scope.fix === true });
}

async function findProblems(
  ports: Ports,
  { scan, links, history }: { readonly scan: Scan; readonly links: LinksConfig; readonly history: boolean },
): Promise<Problem[]> {
  const targets = await loadTargets(ports, scan);
  const budget = newBudget();
  const isGenerated = globMatcher(links.generated);
  const context = { root: scan.root, tree: scan.tree, ...targets, isGenerated, budget };
  const problems: Problem[] = [];
  const missing: MissingFile[] = [];
  for (const document of scan.documents) {
    for (const link of document.linked.links) {
      const problem = judgeLink(context, document, link);
      if (problem === undefined) continue;
      if ('message' in problem) problems.push(problem);
      else missing.push(problem);
    }
  }
  return [
    ...problems,
    ...(await findLost(ports, scan, { missing, documents: targets.documents, history, budget })),
  ];
}

function fixedDocuments({ root, problems }: Omit<LinkFacts, 'fix'>, { links }: SpecsConfig): Artifact[] {
  const byDocument = new Map<ScannedDocument, Problem[]>();
  for (const problem of leaveAlone(problems, links?.ignore ?? [], root).problems) {
    if (!isFixable(problem, root)) continue;
    const own = byDocument.get(problem.document);
    if (own === undefined) byDocument.set(problem.document, [problem]);
    else own.push(problem);
  }
  const artifacts = [...byDocument].map(([document, own]) => ({
    path: relativeTo(root, document.path),
    text: fixDocument(document, own),
  }));
  return artifacts.sort((a, b) => compareText(a.path, b.path));
}

function check(facts: LinkFacts, config: SpecsConfig): Finding[] {
  if (config.links === undefined) return [];
  const { ignore } = config.links;
  const { problems, unused } = leaveAlone(facts.problems, ignore, facts.root);
  return [
    ...documentFindings('link-check', facts),
    ...problems
      .filter((problem) => !facts.fix || !isFixable(problem, facts.root))
      .map((problem) => problemFinding(problem, facts, config)),
    ...unused
      .map((index) => ({ entry: ignore[index] as (typeof ignore)[number], index }))
      .filter(({ entry }) => !isUrlEntry(entry))
      .map((unusedEntry) => unusedEntryFinding('link-check/unused-ignore', unusedEntry, config)),
  ];
}
