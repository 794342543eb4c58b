import { resolve } from 'node:path';
import { DOCUMENTS } from './documents';
import { documentText } from './package-file';
import { proveDocument } from './prove-document';
import { runDocument } from './run-document';

const WORK = resolve(__dirname, '../../../tmp/public-documents');

/** With a directory and a file, one run; otherwise the table, of all documents or of those that are named. */
async function main(words: readonly string[]): Promise<void> {
  const [root, file] = words;
  if (root !== undefined && file !== undefined && root.startsWith('/')) return runDocument(root, file);
  const wanted = DOCUMENTS.filter(({ name }) => words.length === 0 || words.includes(name));
  let failed = 0;
  console.log(
    '| document | package | input KiB | types KiB | client KiB | generate ms | tsc --strict ms | same bytes | verdict |',
  );
  console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | --- |');
  for (const document of wanted) {
    const text = documentText(document, `${WORK}/packages`);
    if (text === undefined) {
      console.log(
        `| ${document.name} | ${document.from} | | | | | | | skipped: the registry cannot be reached |`,
      );
      continue;
    }
    const proof = proveDocument(document, text, WORK);
    const isGood = proof.outcome === 'clean' && proof.isSame && proof.compiles;
    failed += isGood ? 0 : 1;
    const sizes = [text.length, proof.typesBytes, proof.clientBytes].map((bytes) => Math.round(bytes / 1024));
    const verdict =
      proof.compileError ?? (isGood ? 'good' : `${proof.outcome}: ${proof.findings.join('; ')}`);
    const cells = [document.name, document.from, ...sizes, proof.milliseconds, proof.compileMilliseconds];
    console.log(`| ${[...cells, proof.isSame ? 'yes' : 'no', verdict].join(' | ')} |`);
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

void main(process.argv.slice(2));
