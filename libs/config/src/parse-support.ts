import { z } from 'zod';
import { failure, isRelativePath, success, type Finding, type Result } from '@fixpoint/model';
import type { SupportConfig } from '@fixpoint/surface-formats';
import { parseWrittenJson, positionOfPointer, toPointer } from '@fixpoint/structured-text';
import { schemaFindings } from './schema-findings';
import { supportSchema } from './support-schema';

/** The marker's name in every directory that holds a support matrix. */
export const SUPPORT_MARKER = 'SUPPORT.json';

type SupportRules = z.infer<typeof supportSchema>;

/**
 * Reads a `SUPPORT.json`.
 *
 * @param root the directory of the marker as the user names it; it stands in messages and fixes
 * @returns the configuration, or every problem at once with its position
 */
export function parseSupportConfig(text: string, root: string): Result<SupportConfig> {
  const file = root === '' ? SUPPORT_MARKER : `${root}/${SUPPORT_MARKER}`;
  const parsed = parseWrittenJson(text, file, 'config');
  if (!parsed.ok) return parsed;
  const shape = supportSchema.safeParse(parsed.value);
  if (!shape.success) {
    const schema = z.toJSONSchema(supportSchema, { io: 'input' }) as Record<string, unknown>;
    return failure(...schemaFindings(shape.error.issues, { text, file, schema }));
  }
  const problems = [...repeatedTools(shape.data), ...pageOutside(shape.data)].map(
    ({ at, message, fix }): Finding => ({
      id: 'config/rule',
      severity: 'error',
      message,
      file,
      position: positionOfPointer(text, toPointer(at)),
      path: toPointer(at),
      fix: `${fix} in ${file}`,
    }),
  );
  if (problems.length > 0) return failure(...problems);
  const { tools, page, severity } = shape.data;
  return success({ root, tools, page, severity });
}

interface Problem {
  readonly at: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

function repeatedTools({ tools }: SupportRules): Problem[] {
  const names = tools.map(({ tool }) => tool);
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          {
            at: ['tools', index, 'tool'],
            message: `"${name}" is named twice, so its rows could not be told apart`,
            fix: 'give each tool a name of its own',
          },
        ],
  );
}

// What is written has to lie below the marker; a page elsewhere could belong to anybody.
function pageOutside({ page }: SupportRules): Problem[] {
  if (isRelativePath(page)) return [];
  return [
    {
      at: ['page'],
      message: `the page ${page} lies outside of the directory of this file`,
      fix: `move the page beside this file and name it "support-matrix.md"`,
    },
  ];
}
