import type { JsonShape } from '@fixpoint/surface-formats';

/** Known shapes of JSON descriptions, by name; the libraries' own documents are the source of each. */
export const JSON_SHAPES: Readonly<Record<string, JsonShape>> = {
  // `oclif.manifest.json`: ids with colons, flags by name. Aliases are ids as well, and each plugin has a manifest of its own.
  oclif: {
    root: '',
    layout: 'flat',
    separator: ':',
    partial: true,
    commands: '/commands',
    command: { name: '/id', aliases: '/aliases', flags: '/flags' },
    flag: {
      name: '/name',
      short: '/char',
      aliases: '/aliases',
      negatable: '/allowNo',
      value: { at: '/type', is: ['option'] },
      value_name: '/helpValue',
      choices: '/options',
      default: '/default',
      repeatable: '/multiple',
      required: '/required',
      description: '/description',
    },
  },
  // `list --format=json` of symfony/console: names with colons are single words there.
  symfony: {
    root: '',
    layout: 'flat',
    commands: '/commands',
    command: { name: '/name', flags: '/definition/options' },
    flag: {
      name: '/name',
      short: '/shortcut',
      value: { at: '/accept_value', is: ['true'] },
      default: '/default',
      repeatable: '/is_multiple',
      description: '/description',
    },
  },
  // `deno json_reference`: flags and arguments in one list, the spelling as help shows it in `usage`.
  deno: {
    root: '',
    layout: 'nested',
    commands: '/subcommands',
    command: { name: '/name', flags: '/args' },
    flag: { name: '/long', short: '/short', usage: '/usage', required: '/required', description: '/help' },
  },
  // OpenCLI, draft 0.1: a flag with arguments takes a value.
  opencli: {
    root: '',
    layout: 'nested',
    commands: '/commands',
    command: { name: '/name', aliases: '/aliases', flags: '/options' },
    flag: {
      name: '/name',
      aliases: '/aliases',
      value: { at: '/arguments' },
      value_name: '/arguments/0/name',
      choices: '/arguments/0/acceptedValues',
      required: '/required',
      description: '/description',
    },
  },
  // `dotnet --cli-schema`: dictionaries all the way down.
  dotnet: {
    root: '',
    layout: 'nested',
    commands: '/subcommands',
    command: { aliases: '/aliases', flags: '/options' },
    flag: {
      aliases: '/aliases',
      value: { at: '/valueType', not: ['System.Boolean', 'System.Void'] },
      value_name: '/helpName',
      required: '/required',
      description: '/description',
    },
  },
};
