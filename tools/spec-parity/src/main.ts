import { parityTable } from './parity-table';

void parityTable(process.argv.slice(2)).then(({ exitCode, output }) => {
  process.stdout.write(output);
  process.exitCode = exitCode;
});
