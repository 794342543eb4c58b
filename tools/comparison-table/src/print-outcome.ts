import type { TableOutcome } from './case-table';

/** Makes a table for the arguments of the command line, prints it, and sets the exit code. */
export async function printOutcome(
  makeTable: (args: readonly string[]) => Promise<TableOutcome>,
): Promise<void> {
  const { exitCode, output } = await makeTable(process.argv.slice(2));
  process.stdout.write(output);
  process.exitCode = exitCode;
}
