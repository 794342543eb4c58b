import { compareFindings, failure, success, type Finding, type Position, type Result } from '@fixpoint/model';
import { collectPickles } from './collect-pickles';
import { collectTags } from './collect-tags';
import type { Feature } from './feature';
import { expansionProblem } from './expansion-problem';
import type { GherkinLocation } from './gherkin-types';
import { countingIds, parseGherkin, type GherkinProblem } from './parse-gherkin';
import { textProblem, type LimitProblem } from './text-problem';

/**
 * Reads a Gherkin file by the official grammar: all dialects (`# language: de`), rules, backgrounds, outlines; Markdown with Gherkin inside where the
 * name ends in `.md`. A byte order mark is left out. A file that is not Gherkin is a failure with every problem that the parser has found (it
 * gives up after the eleventh): `<prefix>/invalid-feature`; one that would take too long `<prefix>/too-large`. A file without a feature is none: it has no
 * position and no pickles. `prefix` is the id of the derivation that asks.
 */
export function readFeature(file: string, text: string, prefix = 'stepcheck'): Result<Feature> {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const tooLong = textProblem(body);
  if (tooLong) return failure(tooLargeFeature(file, tooLong, prefix));
  const newId = countingIds();
  const parsed = parseGherkin(file, body, newId);
  const placeOf = placesIn(body);
  if ('problems' in parsed) {
    const findings = parsed.problems.map((problem) => invalidFeature(file, problem, { prefix, placeOf }));
    return failure(...findings.sort(compareFindings));
  }
  const { document } = parsed;
  const tooMuch = expansionProblem(document);
  if (tooMuch) return failure(tooLargeFeature(file, tooMuch, prefix));
  const { feature } = document;
  if (!feature) return success({ file, language: 'en', name: '', tags: [], scenarios: [], pickles: [] });
  const { tags, scenarios } = collectTags(feature, placeOf);
  return success({
    file,
    language: feature.language,
    name: feature.name,
    position: placeOf(feature.location),
    tags,
    scenarios: [...scenarios.values()],
    pickles: collectPickles(document, { scenarios, placeOf, newId }),
  });
}

/** The parser counts columns in characters; a position counts UTF-16 units. */
function placesIn(text: string): (location: GherkinLocation) => Position {
  const hasPairs = /[\ud800-\udbff]/.test(text);
  const lines = hasPairs ? text.split(/\r?\n/) : [];
  return ({ line, column = 1 }) => {
    if (!hasPairs) return { line, column };
    const before = Array.from(lines[line - 1] ?? '').slice(0, column - 1);
    return { line, column: before.join('').length + 1 };
  };
}

function invalidFeature(
  file: string,
  { message, location }: GherkinProblem,
  { prefix, placeOf }: { readonly prefix: string; readonly placeOf: (location: GherkinLocation) => Position },
): Finding {
  const at = location ? ` at line ${location.line}` : '';
  return {
    id: `${prefix}/invalid-feature`,
    severity: 'error',
    message: `this is no Gherkin: ${message}`,
    file,
    ...(location && { position: placeOf({ ...location, column: Math.max(1, location.column ?? 1) }) }),
    fix: `correct ${file}${at} by the rules of Gherkin (https://cucumber.io/docs/gherkin/reference)`,
  };
}

function tooLargeFeature(file: string, { message, position }: LimitProblem, prefix: string): Finding {
  return {
    id: `${prefix}/too-large`,
    severity: 'error',
    message: `${file} is not read: ${message}`,
    file,
    ...(position && { position }),
    fix: `split ${file} into several features`,
  };
}
