import type { PatternSource } from './parse-pattern';
import { PatternProblem, type PatternNode, type UnitTest } from './syntax';
import { classOf, controlOf, unitOf } from './unit-sets';

/** One member of a class: a unit, or a set of them. */
type Member = { readonly unit: number } | { readonly test: UnitTest };

/** Reads `[…]`. */
export function parseClass(source: PatternSource): PatternNode {
  const start = source.at;
  source.at += 1;
  const negated = source.text[source.at] === '^';
  if (negated) source.at += 1;
  const tests: UnitTest[] = [];
  while (source.text[source.at] !== ']') {
    if (source.at >= source.text.length) throw new PatternProblem('a class is not closed', start);
    tests.push(parseRange(source));
  }
  source.at += 1;
  const inside: UnitTest = (unit) => tests.some((test) => test(unit));
  return { kind: 'unit', test: negated ? (unit) => !inside(unit) : inside, literal: false };
}

function parseRange(source: PatternSource): UnitTest {
  const start = source.at;
  const first = parseMember(source);
  const next = source.text[source.at + 1];
  if (source.text[source.at] !== '-' || next === ']' || next === undefined) return testOf(first);
  source.at += 1;
  const last = parseMember(source);
  if (!('unit' in first) || !('unit' in last)) {
    return (unit) => testOf(first)(unit) || testOf(last)(unit) || unit === unitOf('-');
  }
  const [from, to] = [first.unit, last.unit];
  if (from > to) throw new PatternProblem('a range of a class is out of order', start);
  return (unit) => unit >= from && unit <= to;
}

function parseMember(source: PatternSource): Member {
  if (source.text[source.at] === '\\') {
    if (source.text[source.at + 1] === 'b') {
      source.at += 2;
      return { unit: 8 };
    }
    return readUnits(source);
  }
  source.at += 1;
  return { unit: source.text.charCodeAt(source.at - 1) };
}

/** Reads what follows a backslash outside of a class. */
export function readEscape(source: PatternSource): PatternNode {
  const letter = source.text[source.at + 1];
  if (letter === 'b' || letter === 'B') {
    source.at += 2;
    return { kind: 'assertion', assertion: letter === 'b' ? 'word-edge' : 'no-word-edge' };
  }
  const member = readUnits(source);
  return { kind: 'unit', test: testOf(member), literal: 'unit' in member };
}

function readUnits(source: PatternSource): Member {
  const start = source.at;
  const letter = source.text[start + 1];
  if (letter === undefined) throw new PatternProblem('the pattern ends with a backslash', start);
  const code = /^\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4})/.exec(source.text.slice(start, start + 6))?.[0];
  source.at += code?.length ?? 2;
  if (code !== undefined) return { unit: Number.parseInt(code.slice(2), 16) };
  const test = classOf(letter);
  if (test !== undefined) return { test };
  const unit = controlOf(letter);
  const isOctal = letter === '0' && /^\d/.test(source.text.slice(source.at));
  if (unit === undefined || isOctal) throw unknownEscape(letter, start);
  return { unit };
}

function unknownEscape(letter: string, start: number): PatternProblem {
  return new PatternProblem(
    /[1-9k]/.test(letter)
      ? 'back-references are not supported, because they cannot be searched for in bounded time'
      : `the escape "\\${letter}" is not supported`,
    start,
  );
}

function testOf(member: Member): UnitTest {
  return 'test' in member ? member.test : (unit) => unit === member.unit;
}
