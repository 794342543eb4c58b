import { z } from 'zod';

const supportRow = z.looseObject({
  agent: z.string(),
  version: z.string(),
  target: z.string(),
  manifest_support: z.enum(['supported', 'unsupported']),
  backend_support: z.enum(['supported', 'partial', 'unsupported']),
  uaa_support: z.enum(['supported', 'partial', 'unsupported']),
  pointer_promotion: z.enum([
    'none',
    'latest_supported',
    'latest_validated',
    'latest_supported_and_validated',
  ]),
  evidence_notes: z.array(z.string()).default([]),
});

/** The published matrix: one row per agent, version and target (parity contract §10.3). */
export const supportMatrixShape = z.looseObject({
  schema_version: z.number().int().min(0).max(255),
  rows: z.array(supportRow),
});

/** One row of the matrix, published or derived. */
export type SupportRow = z.infer<typeof supportRow>;

/** What tells rows apart. */
export function rowIdentity({
  agent,
  version,
  target,
}: Pick<SupportRow, 'agent' | 'version' | 'target'>): string {
  return JSON.stringify([agent, version, target]);
}
