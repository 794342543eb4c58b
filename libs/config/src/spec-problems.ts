import { compileLinearPattern } from '@fixpoint/linear-pattern';
import { isRelativePath, type Finding } from '@fixpoint/model';
import { idPatternProblem, type SpecsConfig } from '@fixpoint/spec-formats';
import { findingAt, type LocatedDocument } from '@fixpoint/structured-text';

interface Problem {
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
}

/** Rules of a `SPECS.json` that its shape cannot express. */
export function specProblems(config: SpecsConfig, marker: LocatedDocument): Finding[] {
  return [...nothingLeft(config), ...unfitIds(config), ...unfitTags(config), ...outputsOutside(config)].map(
    ({ pointer, message, fix }) =>
      findingAt(marker, pointer, { id: 'config/rule', message, fix: `${fix} in ${marker.file}` }),
  );
}

function nothingLeft({ specs, links, steps }: SpecsConfig): Problem[] {
  if (specs !== undefined || links !== undefined || steps !== undefined) return [];
  return [
    {
      pointer: '',
      message: 'specs, links and steps are all switched off, so there is nothing to derive or to check',
      fix: 'remove one of the keys that are false',
    },
  ];
}

function unfitIds({ specs }: SpecsConfig): Problem[] {
  return (specs?.ids ?? []).flatMap((pattern, index) => {
    const problem = idPatternProblem(pattern);
    return problem === undefined ? [] : [{ pointer: `/specs/ids/${index}`, ...problem }];
  });
}

function unfitTags({ trace }: SpecsConfig): Problem[] {
  const patternsOf = (section: 'code' | 'tests'): Problem[] =>
    (trace?.[section].patterns ?? []).flatMap((pattern, index) => {
      const problem = tagPatternProblem(pattern);
      return problem === undefined ? [] : [{ pointer: `/trace/${section}/patterns/${index}`, ...problem }];
    });
  return [...patternsOf('code'), ...patternsOf('tests')];
}

function tagPatternProblem(pattern: string): { readonly message: string; readonly fix: string } | undefined {
  const compiled = compileLinearPattern(pattern);
  if (!compiled.ok)
    return {
      message: `the pattern of tags cannot be used: ${compiled.problem} (at character ${compiled.at + 1})`,
      fix: 'correct the regular expression',
    };
  if (compiled.pattern.names.includes('ids')) return undefined;
  return {
    message: 'the pattern of tags has no group "ids"',
    fix: 'put (?<ids>…) around what names requirements',
  };
}

function outputsOutside({ specs }: SpecsConfig): Problem[] {
  if (specs === undefined) return [];
  return (['output', 'compliance'] as const)
    .filter((key) => !isRelativePath(specs[key]))
    .map((key) => ({
      pointer: `/specs/${key}`,
      message: `the output ${specs[key]} lies outside of the directory of this file`,
      fix: 'name a place below it',
    }));
}
