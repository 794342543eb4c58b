import { stepTable } from './step-table';

void stepTable(process.argv.slice(2)).then(({ exitCode, output }) => {
  process.stdout.write(output);
  process.exitCode = exitCode;
});
