import type { UnionArg, UnionFlag } from '@fixpoint/surface-formats';

/** A flag as its help page would write it: `-m, --model <MODEL>`, `--color[=<WHEN>]`, `--image <FILE>...`. */
export function flagSyntax(flag: UnionFlag): string {
  const spellings =
    flag.short !== undefined && flag.long !== undefined ? [flag.short, flag.long] : [flag.key];
  return `${spellings.join(', ')}${valueSyntax(flag)}${flag.repeatable ? '...' : ''}`;
}

/** An argument as its usage line would write it: `<PATH>`, `[PROMPT]...`. */
export function argSyntax({ name, required, variadic }: UnionArg): string {
  return `${required ? `<${name}>` : `[${name}]`}${variadic ? '...' : ''}`;
}

function valueSyntax(flag: UnionFlag): string {
  if (!flag.takes_value) return '';
  const names = flag.value_names ?? [flag.value_name ?? 'VALUE'];
  const values = names.map((name) => `<${name}>`).join(' ');
  const separator = flag.value_attached ? '=' : ' ';
  if (!flag.value_optional) return `${separator}${values}`;
  return flag.value_attached ? `[=${values}]` : ` [${values}]`;
}
