import { failureOf, success, type Artifact, type Finding, type Result } from '@fixpoint/model';
import { getHistory, getSupportMatrix } from '@fixpoint/report-client';
import type { Fetch } from './published-fetch';
import { historyPage } from './render/history-page';
import { matrixPage } from './render/matrix-page';

/** The client's address of the published files: the pages lie beside them. */
const BESIDE_THE_PAGES = '';

/**
 * Asks for the matrix and for the history of each of its tools, through the generated client, and makes the pages. This is the
 * consumer of the contract: what it asks for is what the pact says.
 *
 * @param whereFrom the root of a tool, for the fix of one that has no history
 */
export async function renderSite(
  fetch: Fetch,
  whereFrom: (tool: string) => string,
): Promise<Result<readonly Artifact[]>> {
  const options = { baseUrl: BESIDE_THE_PAGES, fetch };
  const { body: matrix } = await getSupportMatrix(options);
  const pages: Artifact[] = [{ path: 'index.html', text: matrixPage(matrix) }];
  const findings: Finding[] = [];
  for (const tool of new Set(matrix.rows.map((row) => row.tool))) {
    const answer = await getHistory(options, { path: { tool } });
    if (answer.status === 200) {
      pages.push({ path: `tools/${tool}.html`, text: historyPage(tool, answer.body) });
    } else {
      findings.push(withoutHistory(tool, answer.body.message, whereFrom(tool)));
    }
  }
  return findings.length > 0 ? failureOf('drift', ...findings) : success(pages);
}

function withoutHistory(tool: string, reason: string, root: string): Finding {
  return {
    id: 'report/tool-without-history',
    severity: 'error',
    message: `the matrix has rows of ${tool}, whose history is not there: ${reason}`,
    file: `${root}/history.json`,
    fix: `fixpoint surface-diff --root ${root}`,
  };
}
