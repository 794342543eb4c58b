import { join } from 'node:path';
import { regenOpenapiDerivation } from '@fixpoint/openapi';
import { runDerivation } from '@fixpoint/engine';
import { applyChanges, createPorts } from '@fixpoint/workspace-io';

/** Generates types and client of one document in a directory, and prints the verdict as JSON. */
export async function runDocument(root: string, file: string): Promise<void> {
  const started = performance.now();
  const verdict = await runDerivation({
    derivation: regenOpenapiDerivation,
    config: {
      root: '.',
      documents: [{ name: 'api', file, types: 'generated/api.ts', client: 'generated/client.ts' }],
      schemas: [],
    },
    ports: createPorts({ root }),
    scope: { check: false },
    root: '.',
    ending: 'apply',
    writer: applyChanges,
  });
  const { outcome, findings } = verdict;
  const milliseconds = Math.round(performance.now() - started);
  console.log(JSON.stringify({ root: join(root), outcome, findings, milliseconds }));
}
