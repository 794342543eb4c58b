import { commandWithPlaceholdersReader, readPlainCommand } from './listed-command';
import type { ReferenceForm } from './reference-form';
import { readGroupedUsageArgs } from './grouped-usage-args';
import { readPlainUsageArgs } from './plain-usage-args';

const FORMS: Readonly<Record<ReferenceForm['helpForm'], (program: string) => ReferenceForm>> = {
  subcommand: (program) => ({
    helpForm: 'subcommand',
    program,
    listedCommand: readPlainCommand,
    usageArgs: readGroupedUsageArgs,
  }),
  flag: (program) => ({
    helpForm: 'flag',
    program,
    listedCommand: commandWithPlaceholdersReader(['help', program]),
    usageArgs: readPlainUsageArgs,
  }),
};

/** The page grammar of tools that answer to `help <path>` (`subcommand`) or to `<path> --help` (`flag`). */
export function referenceForm(helpForm: ReferenceForm['helpForm'], program: string): ReferenceForm {
  return FORMS[helpForm](program);
}
