import { readPlaceholder } from './placeholder';

/** An argument as its row of the argument table shows it. */
export interface ArgSpec {
  readonly name: string;
  readonly required: boolean;
  readonly variadic: boolean;
}

/** Reads the placeholders with which a row begins, `<SRC>... [DST]`, and what stands behind them. */
export function readArgSpecs(text: string): { args: readonly ArgSpec[]; rest: string } | undefined {
  const args = new Map<string, ArgSpec>();
  let at = 0;
  for (let value = readPlaceholder(text, at); value !== undefined; value = readPlaceholder(text, at)) {
    for (const name of value.names)
      addArg(args, { name, required: !value.optional, variadic: value.repeatable });
    at = value.end;
    if (at < text.length && text[at] !== ' ') return undefined;
    if (text[at + 1] !== ' ') at++;
  }
  const rest = text.slice(at);
  if (args.size === 0 || (rest !== '' && !rest.startsWith(' '))) return undefined;
  return { args: [...args.values()], rest: rest.trim() };
}

// `<PAIR> <PAIR>` is one argument with several values.
function addArg(args: Map<string, ArgSpec>, arg: ArgSpec): void {
  const name = arg.name.replace(/^--\s*/, '');
  const known = args.get(name);
  if (known !== undefined) args.set(name, { ...known, variadic: true });
  else if (name !== '' && !name.startsWith('-')) args.set(name, { ...arg, name });
}
