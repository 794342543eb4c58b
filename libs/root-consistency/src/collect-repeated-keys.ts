import { ToolError, type FilePort, type Finding } from '@fixpoint/model';
import { parseJson, repeatedKeyFindings } from '@fixpoint/structured-text';
import type { Manifest } from '@fixpoint/surface-formats';

/** What people write in a root of rules version 1, beside artifacts whose bytes are compared. */
const REFERENCE_INPUTS = ['RULES.json', 'SCHEMA.json', 'VERSION_METADATA_SCHEMA.json'];

/**
 * Keys that stand twice in the files that rules version 1 leaves to people: its own validator takes the last of them and
 * passes, so each is a warning. Rules version 2 refuses them where its marker is read.
 */
export async function collectRepeatedKeys(
  files: FilePort,
  { rulesSchemaVersion }: Manifest,
): Promise<readonly Finding[]> {
  if (rulesSchemaVersion !== 1) return [];
  const found = await Promise.all(REFERENCE_INPUTS.map((file) => findingsOf(files, file)));
  return found.flat();
}

async function findingsOf(files: FilePort, file: string): Promise<Finding[]> {
  try {
    const text = await files.readText(file);
    if (text === undefined || !parseJson(text, file).ok) return [];
    return repeatedKeyFindings(text, file, 'consistency').map((finding) => ({
      ...finding,
      severity: 'warning',
    }));
  } catch (error) {
    // Who cannot do without the file says that it cannot be read.
    if (error instanceof ToolError) return [];
    throw error;
  }
}
