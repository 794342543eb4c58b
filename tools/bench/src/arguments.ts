import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Arguments {
  readonly benchmarks: readonly string[];
  readonly json: boolean;
  readonly rounds: number;
  readonly size?: number;
  readonly profileDirectory?: string;
}

const FEWEST_ROUNDS = 5;

/** Reads the command line; an argument that is not understood is an error. */
export function readArguments(args: readonly string[], known: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: String(FEWEST_ROUNDS) },
      size: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new RangeError(`no benchmark ${unknown.join(', ')}; there are ${known.join(', ')}`);
  return {
    benchmarks: positionals.length === 0 ? known : positionals,
    json: values.json,
    rounds: positive(values.rounds, 'rounds'),
    size: values.size === undefined ? undefined : positive(values.size, 'size'),
    profileDirectory: values.profile,
  };
}

function positive(value: string, name: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`--${name} takes a positive whole number, not ${value}`);
  return number;
}
