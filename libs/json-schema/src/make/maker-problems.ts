import type { SchemaSource } from '@fixpoint/contract-formats';
import { failureOf, type Finding, type Outcome, type ProcessResult, type Result } from '@fixpoint/model';
import { nearest } from '@fixpoint/structured-text';

/** Why the program that makes schemas gave none. */
export interface MakerFailure {
  readonly ok: false;
  readonly kind: keyof typeof PROBLEMS;
  readonly message: string;
  /** What the module exports. */
  readonly names?: readonly string[];
}

interface Problem {
  readonly outcome: Outcome;
  readonly message: (source: SchemaSource, failure: MakerFailure) => string;
  readonly fix: (source: SchemaSource, failure: MakerFailure) => string;
}

const meant = ({ name }: SchemaSource, { names = [] }: MakerFailure): string | undefined =>
  nearest(name, names);

const PROBLEMS = {
  'no-loader': {
    outcome: 'environment',
    message: ({ file }) => `${file} is TypeScript, and nothing is installed that compiles it for this Node`,
    fix: () => 'npm install --save-dev typescript@5.9',
  },
  throws: {
    outcome: 'usage',
    message: ({ file }, { message }) => `${file} cannot be loaded: ${message}`,
    fix: ({ file }) => `correct ${file} so that it can be imported by itself`,
  },
  'no-export': {
    outcome: 'usage',
    message: (source, failure) =>
      `${source.file} exports nothing named "${source.name}"${hint(meant(source, failure))}`,
    fix: (source, failure) =>
      `name one of: ${meant(source, failure) ?? ((failure.names ?? []).join(', ') || 'its exports')}`,
  },
  'no-zod-schema': {
    outcome: 'usage',
    message: ({ file, name }) => `"${name}" of ${file} is no zod schema`,
    fix: () => 'name an exported zod schema',
  },
  'zod-3': {
    outcome: 'usage',
    message: ({ file, name }) =>
      `"${name}" of ${file} is a schema of zod 3, which cannot say its JSON Schema`,
    fix: () => 'npm install zod@4',
  },
  'no-zod': {
    outcome: 'environment',
    message: ({ file }) => `zod 4 is not installed where ${file} can see it`,
    fix: () => 'npm install zod@4',
  },
  unrepresentable: {
    outcome: 'usage',
    message: ({ file, name }, { message }) =>
      `"${name}" of ${file} has a part that no JSON Schema can say: ${message}`,
    fix: () => 'describe that part by a schema that JSON can hold',
  },
  'no-generator': {
    outcome: 'environment',
    message: () => 'schemas of TypeScript types are made by ts-json-schema-generator, which is not installed',
    fix: () => 'npm install --save-dev ts-json-schema-generator@2.4.0',
  },
  'no-type': {
    outcome: 'usage',
    message: ({ file, name }) => `${file} exports no type named "${name}"`,
    fix: ({ file }) => `export the type in ${file}, or correct its name`,
  },
  'no-schema-of-type': {
    outcome: 'usage',
    message: ({ file, name }, { message }) => `the type "${name}" of ${file} gives no schema: ${message}`,
    fix: ({ file }) => `correct ${file}, or make the type one that JSON can hold`,
  },
} satisfies Record<string, Problem>;

/**
 * The failure as a finding at the code.
 *
 * @req FP-SCH-002
 */
export function makerProblem(source: SchemaSource, failure: MakerFailure): Result<never> {
  const problem: Problem = PROBLEMS[failure.kind];
  return failureOf(problem.outcome, {
    id: `regen-schema/${failure.kind}`,
    severity: 'error',
    message: problem.message(source, failure),
    file: source.file,
    actual: source.name,
    fix: problem.fix(source, failure),
  });
}

/** Node could not be started. */
export function noNode({ file }: SchemaSource, startError: string | undefined): Finding {
  return {
    id: 'regen-schema/no-node',
    severity: 'error',
    message: `node could not be started to load ${file} (${startError})`,
    file,
    fix: 'put node on the PATH',
  };
}

/** The code took the process with it, or never came to an end. */
export function noAnswer(
  { file }: SchemaSource,
  { status, exitCode, signal, stderr }: ProcessResult,
  timeoutMs: number,
): Finding {
  const ending =
    status === 'timeout'
      ? `did not end within ${timeoutMs / 1000} s`
      : `ended the process (${signal ?? `exit code ${exitCode}`})`;
  const said = new TextDecoder().decode(stderr).trim().split('\n').at(-1)?.slice(0, 300);
  return {
    id: 'regen-schema/no-answer',
    severity: 'error',
    message: `loading ${file} ${ending} before a schema could be made`,
    file,
    ...(said !== undefined && said !== '' && { actual: said }),
    fix: `let ${file} do nothing when it is imported`,
  };
}

function hint(name: string | undefined): string {
  return name === undefined ? '' : `: is "${name}" meant?`;
}
