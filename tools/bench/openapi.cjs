// Runs one target of the packed product over every root of a directory in one process, as the batch executor does.
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { renderVerdicts, runTarget } = require('../../dist/plugins/nx/dist/runner.js');

async function main([target, directory]) {
  for (const name of readdirSync(directory).filter((entry) => /^r\d/.test(entry))) {
    const verdict = await runTarget({ root: name, base: directory, target });
    if (verdict.outcome !== 'clean') throw new Error(renderVerdicts([verdict], { format: 'text' }).output);
  }
  process.stdout.write(JSON.stringify({ peakBytes: process.resourceUsage().maxRSS * 1024 }));
}

void main(process.argv.slice(2));
