import { linkTable } from './link-table';

void linkTable(process.argv.slice(2)).then(({ exitCode, output }) => {
  process.stdout.write(output);
  process.exitCode = exitCode;
});
