import { readArguments } from './arguments';
import { BENCHMARKS } from './benchmarks';
import type { Section } from './model';
import { renderJson } from './printing/json';
import { describeMachine } from './printing/machine';
import { renderMarkdown } from './printing/markdown';

async function main(args: readonly string[]): Promise<void> {
  const { benchmarks, json, rounds, size, profileDirectory } = readArguments(args, Object.keys(BENCHMARKS));
  const log = (text: string): void => void process.stderr.write(`${text}\n`);
  const sections: Section[] = [];
  for (const name of benchmarks) {
    const start = Date.now();
    sections.push(
      ...(await (BENCHMARKS[name] as (typeof BENCHMARKS)[string]).run({
        rounds,
        size,
        profileDirectory,
        log,
      })),
    );
    log(`${name} took ${Math.round((Date.now() - start) / 1000)} s`);
  }
  process.stdout.write((json ? renderJson : renderMarkdown)(sections, describeMachine(), rounds));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const { message, stack } = error as Error;
  process.stderr.write(`${error instanceof RangeError ? message : stack}\n`);
  process.exitCode = 1;
});
