import { contractTable } from './contract-table';

void contractTable(process.argv.slice(2)).then(({ exitCode, output }) => {
  process.stdout.write(output);
  process.exitCode = exitCode;
});
