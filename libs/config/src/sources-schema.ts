import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);
const pointer = z.string().regex(/^(?:\/[^/]+)*$/, 'a JSON pointer such as /definition/options');
const flag = z.string().startsWith('-');

const place = {
  args: words.optional().describe('Arguments that print the document.'),
  files: words
    .optional()
    .describe('Globs of the document, from the directory of the executable itself; `..` leads upwards.'),
};

const flagShape = z
  .strictObject({
    name: pointer.optional(),
    short: pointer.optional(),
    aliases: pointer.optional(),
    negatable: pointer.optional(),
    value: z
      .strictObject({
        at: pointer,
        is: z.array(z.string()).optional(),
        not: z.array(z.string()).optional(),
      })
      .optional(),
    usage: pointer.optional(),
    value_name: pointer.optional(),
    choices: pointer.optional(),
    default: pointer.optional(),
    repeatable: pointer.optional(),
    required: pointer.optional(),
    description: pointer.optional(),
  })
  .describe('Where the facts of a flag stand, from the flag.');

const jsonShape = z
  .strictObject({
    root: pointer.default(''),
    layout: z.enum(['nested', 'flat']),
    separator: z.string().min(1).optional(),
    partial: z
      .boolean()
      .optional()
      .describe('The document may lack commands, as where plugins bring their own.'),
    commands: pointer,
    command: z.strictObject({ name: pointer.optional(), aliases: pointer.optional(), flags: pointer }),
    flag: flagShape,
  })
  .describe('Where the facts stand in the document, as JSON pointers.');

const hasPlace = ({ args, files }: { args?: unknown; files?: unknown }): boolean =>
  (args === undefined) !== (files === undefined);
const ONE_PLACE = { error: 'exactly one of "args" and "files" is needed' };

/** A second source of the surface, by kind. */
export const sourceSchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('clap-bash'), args: words })
      .describe('The bash script of clap_complete, printed by these arguments.'),
    z
      .strictObject({ kind: z.literal('cobra-complete'), args: words.default(['__complete']) })
      .describe('The completion command of cobra.'),
    z
      .strictObject({
        kind: z.literal('yargs-completions'),
        flag: flag.default('--get-yargs-completions'),
      })
      .describe('The completion flag of yargs.'),
    z
      .strictObject({ kind: z.literal('kingpin-completion'), flag: flag.default('--completion-bash') })
      .describe('The completion flag of kingpin.'),
    z
      .strictObject({
        kind: z.literal('urfave-completion'),
        flag: flag.default('--generate-bash-completion'),
      })
      .describe('The completion flag of urfave/cli; version 3 calls it `--generate-shell-completion`.'),
    z
      .strictObject({
        kind: z.literal('click-complete'),
        variable: z.string().min(1).optional().describe('`_<PROGRAM>_COMPLETE` by default.'),
        instruction: z.string().min(1).default('bash_complete').describe('`complete_bash` for typer.'),
      })
      .describe('The completion protocol of click.'),
    z.strictObject({ kind: z.literal('argcomplete') }).describe('The completion protocol of argcomplete.'),
    z
      .strictObject({
        kind: z.literal('help-json'),
        ...place,
        shape: z
          .union([z.enum(['oclif', 'symfony', 'deno', 'opencli', 'dotnet']), jsonShape])
          .describe('A known shape, or where the facts stand.'),
      })
      .refine(hasPlace, ONE_PLACE)
      .describe('A JSON document that describes the commands.'),
    z
      .strictObject({ kind: z.literal('man'), ...place })
      .refine(hasPlace, ONE_PLACE)
      .describe('Manual pages named `<program>-<command>.<section>`, plain or compressed by gzip.'),
  ])
  .describe('A second source of the surface. Choose only what the tool really has: others may start it.');
