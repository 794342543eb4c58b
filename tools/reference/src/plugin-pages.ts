import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLUGIN_OPTIONS } from '@fixpoint/nx';
import { table } from './markdown';

/** Where the plugin's package is made from; its paths lead into what is built of it. */
const PLUGIN = join(__dirname, '../../../plugins/nx');

interface Listed {
  readonly schema: string;
  readonly description: string;
  readonly aliases?: readonly string[];
  readonly hidden?: boolean;
}

interface Property {
  readonly type: string;
  readonly description: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly items?: { readonly type: string };
}

interface Schema {
  readonly description: string;
  readonly examples?: readonly { readonly command: string; readonly description: string }[];
  readonly properties: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
}

/** Every generator of the plugin with its options, from the schemas that Nx itself reads. */
export function generatorsPage(): string {
  const { generators } = readPlugin<{ generators: Readonly<Record<string, Listed>> }>('generators.json');
  const sections = Object.entries(generators).map(([name, listed]) => generatorSection(name, listed));
  return `# Generators\n\n\`nx g @fixpoint/nx:<generator>\`; \`--dry-run\` shows what would be written.\n\n${sections.join('\n\n')}\n`;
}

function generatorSection(name: string, { schema, aliases = [], hidden }: Listed): string {
  const read = readSchema(schema);
  const also = aliases.map((alias) => `\`${alias}\``).join(', ');
  const remarks = [
    hidden === true ? ' Run by `nx add @fixpoint/nx`.' : '',
    also === '' ? '' : ` Also called ${also}.`,
  ];
  const examples = (read.examples ?? []).map(
    ({ command, description }) => `${description}:\n\n\`\`\`sh\n${command}\n\`\`\``,
  );
  return [`## ${name}`, `${read.description}${remarks.join('')}`, optionTable(read), ...examples].join(
    '\n\n',
  );
}

/** The options of the plugin in `nx.json`, and those of the tasks that it infers. */
export function pluginOptionsPage(): string {
  const registered = PLUGIN_OPTIONS.map(({ name, default: value, description }) => [
    `\`${name}\``,
    typeof value === 'string' ? 'string' : 'strings',
    valueText(value),
    description,
  ]);
  const { executors } = readPlugin<{ executors: Readonly<Record<string, Listed>> }>('executors.json');
  const names = Object.entries(executors);
  const tasks = [...new Set(names.map(([, { schema }]) => schema))].map((schema) => {
    const users = names.filter(([, listed]) => listed.schema === schema).map(([name]) => `\`${name}\``);
    return `${users.join(', ')}:\n\n${optionTable(readSchema(schema))}`;
  });
  return `# Options of the plugin

In \`nx.json\`, as \`options\` of \`@fixpoint/nx/plugin\`; every one may be left out.

${table(COLUMNS, registered)}

## Options of the tasks

On the command line behind the task (\`nx run <project>:snapshot --release=1.2.3\`), or as \`options\` of the target.

${tasks.join('\n\n')}
`;
}

const COLUMNS = ['option', 'takes', 'default', 'what it does'];

function optionTable({ properties, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, property]) => [
    `\`${name}\``,
    typeText(property),
    required.includes(name) ? 'required' : valueText(property.default),
    property.description.replaceAll('<', '\\<'),
  ]);
  return table(COLUMNS, rows);
}

function typeText({ type, enum: choices, items }: Property): string {
  if (choices !== undefined) return choices.map((choice) => `\`${choice}\``).join(', ');
  return items === undefined ? type : `${items.type}s`;
}

function valueText(value: unknown): string {
  if (value === undefined) return '–';
  return [value]
    .flat()
    .map((part) => `\`${String(part)}\``)
    .join(', ');
}

function readSchema(path: string): Schema {
  return readPlugin<Schema>(path.replace(/^\.\/dist\//, 'src/'));
}

function readPlugin<T>(path: string): T {
  return JSON.parse(readFileSync(join(PLUGIN, path), 'utf8')) as T;
}
