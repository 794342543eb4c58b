import { join } from 'node:path';
import type { components } from '@fixpoint/report-client';

type Schemas = components['schemas'];

/** The workspace this test belongs to. */
export const WORKSPACE = join(__dirname, '../../../..');

/** Where the contract lies in it. */
export const CONTRACT = 'libs/report-contract/openapi.yaml';

const none = { added: 0, hidden: 0, revealed: 0, removed: 0 };

/** A history in which everything happens that a page has words for. */
export const HISTORY: Schemas['History'] = {
  schema_version: 1,
  tool: 'oven & <sons>',
  versions: [
    {
      version: '1.0.0',
      targets: ['linux'],
      commands: { visible: 2, hidden: 0 },
      flags: { visible: 3, hidden: 0 },
      args: 1,
    },
    {
      version: '1.1.0',
      targets: ['linux', 'macos'],
      commands: { visible: 1, hidden: 0 },
      flags: { visible: 2, hidden: 1 },
      args: 1,
      since: {
        version: '1.0.0',
        changes: { breaking: 1, additive: 0, cosmetic: 2 },
        commands: { ...none, removed: 1 },
        flags: { ...none, hidden: 1 },
        bump: { deserved: 'major', made: 'minor', sufficient: false },
      },
    },
  ],
  units: [
    { unit: 'command', path: [], first_seen: '1.0.0' },
    { unit: 'command', path: ['bake'], first_seen: '1.0.0', removed_in: '1.1.0' },
    { unit: 'flag', path: ['sell'], key: '--price', first_seen: '1.0.0', hidden_since: '1.1.0' },
    {
      unit: 'flag',
      path: [],
      key: '--"quiet"',
      first_seen: '0.9.0',
      life: [
        { version: '0.9.0', state: 'hidden' },
        { version: '1.0.0', state: 'visible' },
      ],
    },
    { unit: 'arg', path: ['sell'], name: 'BREAD', first_seen: '1.0.0' },
  ],
};

/** One row of a matrix. */
export function rowOf(tool: string, more: Partial<Schemas['SupportRow']> = {}): Schemas['SupportRow'] {
  return {
    tool,
    version: '1.1.0',
    target: 'linux',
    status: 'reported',
    manifest_support: 'unsupported',
    wrapper_support: 'partial',
    overall_support: 'unsupported',
    promotion: 'none',
    validation: 'passed',
    evidence: ['1 missing', 'said <so> & "thus"'],
    ...more,
  };
}

/** A workspace of these rows, in which each named tool has a history. */
export function workspaceOf(
  rows: readonly Schemas['SupportRow'][],
  tools: readonly string[],
): Record<string, string> {
  const marker = {
    support_schema_version: 1,
    tools: tools.map((tool) => ({ tool, root: `../libs/${tool}` })),
  };
  const histories = tools.map((tool) => [`libs/${tool}/history.json`, json(HISTORY)]);
  return {
    'matrix/SUPPORT.json': json(marker),
    'matrix/support-matrix.json': json({ schema_version: 2, rows }),
    ...Object.fromEntries(histories),
  };
}

/** As the derivations write JSON. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
