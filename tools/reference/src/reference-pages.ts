import { DOCUMENTS } from '@fixpoint/artifact-schemas';
import { buildProgram } from '@fixpoint/cli';
import {
  contractsJsonSchema,
  specsJsonSchema,
  referenceRulesJsonSchema,
  rulesJsonSchema,
  supportJsonSchema,
} from '@fixpoint/config';
import { metricsJsonSchema } from '@fixpoint/metrics-contract';
import { lockJsonSchema } from '@fixpoint/artifact-lock';
import { DERIVATIONS } from '@fixpoint/catalog';
import { EXIT_CODES, OUTCOME_MEANINGS, type Outcome } from '@fixpoint/model';
import { inferTargets, normalizeOptions, toManifestRoot } from '@fixpoint/nx';
import { breakingRulesMarkdown } from '@fixpoint/openapi-breaking';
import type { ReferencePage } from '@fixpoint/repository';
import { helpDialectsPage } from './help-dialects-page';
import { table } from './markdown';
import { generatorsPage, pluginOptionsPage } from './plugin-pages';
import { rulesMarkdown } from '@fixpoint/surface-diff';

const HEADER = '<!-- Made by `npx nx run workspace:reference-pages`; edit the code it follows from. -->\n\n';

/** Every page of `docs/reference`, made from the product's own tables. */
export function referencePages(): readonly ReferencePage[] {
  return [
    page('breaking-rules.md', breakingRulesMarkdown()),
    page('command-line.md', commandLinePage()),
    page('derivations.md', derivationsPage()),
    page('exit-codes.md', exitCodesPage()),
    page('generators.md', generatorsPage()),
    page('help-dialects.md', helpDialectsPage()),
    page('plugin-options.md', pluginOptionsPage()),
    page('surface-diff-rules.md', rulesMarkdown()),
    page('targets.md', targetsPage()),
    ...DOCUMENTS.map((document) => schema(document.id, document.jsonSchema())),
    schema('artifacts-lock', lockJsonSchema()),
    schema('rules', rulesJsonSchema()),
    schema('rules-v1', referenceRulesJsonSchema()),
    schema('support', supportJsonSchema()),
    schema('contracts', contractsJsonSchema()),
    schema('specs', specsJsonSchema()),
    schema('metrics', metricsJsonSchema()),
  ];
}

function page(name: string, body: string): ReferencePage {
  return { path: `docs/reference/${name}`, text: `${HEADER}${body.trimEnd()}\n` };
}

function schema(name: string, document: unknown): ReferencePage {
  return {
    path: `docs/reference/schemas/${name}.schema.json`,
    text: `${JSON.stringify(document, null, 2)}\n`,
  };
}

function exitCodesPage(): string {
  const outcomes = Object.keys(EXIT_CODES) as Outcome[];
  const rows = outcomes.map((outcome) => [String(EXIT_CODES[outcome]), outcome, OUTCOME_MEANINGS[outcome]]);
  return `# Exit codes\n\n${table(['code', 'outcome', 'meaning'], rows)}\n\nNx itself ends with 1 on every failure; the report of format \`json\` carries the outcome.\n`;
}

function derivationsPage(): string {
  const rows = DERIVATIONS.map(({ id, summary }) => [`\`${id}\``, summary]);
  return `# Derivations\n\n${table(['id', 'what it keeps true'], rows)}\n`;
}

function targetsPage(): string {
  const markers = [
    'libs/demo/cli_manifest/RULES.json',
    'docs/support_matrix/SUPPORT.json',
    'libs/demo/CONTRACTS.json',
    'libs/demo/SPECS.json',
  ];
  const tables = markers.map((marker) => `For a marker \`${marker}\`:\n\n${targetsTable(marker)}`);
  return `# Inferred targets\n\n${tables.join('\n\n')}\n\nA \`redocly.yaml\` gives the same targets as a \`CONTRACTS.json\`, and a folder \`specs\` or \`.specs\` with Markdown the same as a \`SPECS.json\`. Where they write is what the marker names.\n`;
}

function targetsTable(marker: string): string {
  const at = toManifestRoot(marker);
  const targets = Object.entries(inferTargets(at, normalizeOptions(undefined)));
  const rows = targets.map(([name, { metadata, dependsOn, outputs, cache }]) => [
    `\`${name}\``,
    metadata?.description ?? '',
    (dependsOn ?? []).map((target) => `\`${String(target)}\``).join(', ') || '–',
    (outputs ?? []).map((output) => `\`${output}\``).join(', ') || '–',
    cache === true ? 'yes' : 'no',
  ]);
  const columns = ['target', 'what it does', 'runs after', 'writes', 'cached'];
  return table(columns, rows);
}

function commandLinePage(): string {
  const silent = { write: () => true };
  const terminal = {
    cwd: '',
    stdout: silent,
    stderr: silent,
    color: false,
    self: [],
    onInterrupt: () => undefined,
  };
  const program = buildProgram(terminal, () => undefined).configureHelp({ helpWidth: 100 });
  const visible = program.createHelp().visibleCommands(program);
  const sections = visible
    .filter((command) => command.name() !== 'help')
    .map(
      (command) =>
        `## ${command.name()}\n\n${fenced(command.configureHelp({ helpWidth: 100 }).helpInformation())}`,
    );
  return `# Command line\n\n${[fenced(program.helpInformation()), ...sections].join('\n\n')}\n`;
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}
