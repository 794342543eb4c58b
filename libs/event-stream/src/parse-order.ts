import type { OrderGrammar, Part } from './order-grammar';

/** Why a grammar is none, and the 1-based column where that shows. */
export interface OrderProblem {
  readonly message: string;
  readonly column: number;
}

/** Names in one grammar; the automaton may have a transition for each pair of them. */
const MOST_NAMES = 500;
/** Brackets inside one another; reading them recurses. */
const DEEPEST = 100;

interface Token {
  readonly kind: 'name' | '(' | ')' | '|' | '*' | '+' | '?' | 'end';
  readonly text: string;
  readonly column: number;
}

/**
 * Reads an order grammar: names that follow one another, `|` between alternatives, `*`, `+` and `?` after what they repeat, brackets
 * around what belongs together. A name is any run of characters but blanks and `( ) | * + ? "`, or a JSON string.
 */
export function parseOrder(
  source: string,
): { readonly grammar: OrderGrammar } | { readonly problem: OrderProblem } {
  try {
    return { grammar: new OrderReader(source).read() };
  } catch (error) {
    if (error instanceof OrderSyntaxError)
      return { problem: { message: error.message, column: error.column } };
    throw error;
  }
}

class OrderSyntaxError extends Error {
  constructor(
    message: string,
    readonly column: number,
  ) {
    super(message);
  }
}

class OrderReader {
  private readonly tokens: readonly Token[];
  private at = 0;
  private readonly names: string[] = [];
  private readonly follow: Set<number>[] = [];

  constructor(private readonly source: string) {
    this.tokens = tokensOf(source);
  }

  read(): OrderGrammar {
    const whole = this.alternatives(0);
    const rest = this.token;
    if (rest.kind !== 'end') throw new OrderSyntaxError(`"${rest.text}" closes nothing`, rest.column);
    return {
      source: this.source,
      names: this.names,
      first: whole.first,
      follow: this.follow.map((states) => [...states]),
      last: new Set(whole.last),
      acceptsEmpty: whole.isNullable,
    };
  }

  private get token(): Token {
    return this.tokens[this.at] as Token;
  }

  private alternatives(depth: number): Part {
    const parts = [this.sequence(depth)];
    while (this.token.kind === '|') {
      this.at += 1;
      parts.push(this.sequence(depth));
    }
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      isNullable: parts.some(({ isNullable }) => isNullable),
    };
  }

  private sequence(depth: number): Part {
    let whole = this.repeated(depth);
    while (this.token.kind === 'name' || this.token.kind === '(') {
      const next = this.repeated(depth);
      this.link(whole.last, next.first);
      whole = {
        first: whole.isNullable ? [...whole.first, ...next.first] : whole.first,
        last: next.isNullable ? [...whole.last, ...next.last] : next.last,
        isNullable: whole.isNullable && next.isNullable,
      };
    }
    return whole;
  }

  private repeated(depth: number): Part {
    let part = this.single(depth);
    for (let { kind } = this.token; kind === '*' || kind === '+' || kind === '?'; kind = this.token.kind) {
      if (kind !== '?') this.link(part.last, part.first);
      part = { ...part, isNullable: part.isNullable || kind !== '+' };
      this.at += 1;
    }
    return part;
  }

  private single(depth: number): Part {
    const { kind, text, column } = this.token;
    if (kind !== 'name' && kind !== '(') throw new OrderSyntaxError(expectedName(kind, text), column);
    this.at += 1;
    if (kind === 'name') return this.name(text, column);
    if (depth === DEEPEST)
      throw new OrderSyntaxError(`brackets are nested deeper than ${DEEPEST} levels`, column);
    const inner = this.alternatives(depth + 1);
    if (this.token.kind !== ')') throw new OrderSyntaxError('this bracket is never closed', column);
    this.at += 1;
    return inner;
  }

  private name(text: string, column: number): Part {
    if (this.names.length === MOST_NAMES)
      throw new OrderSyntaxError(`it has more than ${MOST_NAMES} names`, column);
    const state = this.names.push(text) - 1;
    this.follow.push(new Set());
    return { first: [state], last: [state], isNullable: false };
  }

  private link(from: readonly number[], to: readonly number[]): void {
    for (const state of from) for (const next of to) this.follow[state]?.add(next);
  }
}

function expectedName(kind: Token['kind'], text: string): string {
  return kind === 'end'
    ? 'it ends where the name of an event is expected'
    : `the name of an event is expected, not "${text}"`;
}

const TOKEN = /\s*(?:([()|*+?])|("(?:[^"\\]|\\.)*")|([^\s()|*+?"]+)|(\S))/y;

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const [whole, sign, quoted, name, stray] = match;
    const text = sign ?? quoted ?? name ?? stray ?? '';
    const column = match.index + whole.length - text.length + 1;
    if (stray !== undefined) throw new OrderSyntaxError('this quote is never closed', column);
    if (sign !== undefined) tokens.push({ kind: sign as Token['kind'], text, column });
    else tokens.push({ kind: 'name', text: quoted === undefined ? text : unquote(quoted, column), column });
  }
  return [...tokens, { kind: 'end', text: '', column: source.length + 1 }];
}

function unquote(quoted: string, column: number): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw new OrderSyntaxError('a quoted name must be a JSON string', column);
  }
}
