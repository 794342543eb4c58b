import { type FilePort, type RelativePath, ToolError } from '@fixpoint/model';

/** Stands for bytes that are no UTF-8; a lone surrogate is equal to nothing that can be derived. */
const MANGLED = '\uDCFF';

/**
 * The text of a committed file, undefined when it is absent. A file that is not UTF-8 must not keep its own repair
 * from happening, so its text is given with lone surrogates where it cannot be decoded.
 */
export async function readCommittedText(files: FilePort, path: RelativePath): Promise<string | undefined> {
  try {
    return await files.readText(path);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const bytes = await files.readBytes(path);
    const text = new TextDecoder().decode(bytes);
    if (!text.includes('\uFFFD')) throw error;
    return text.replaceAll('\uFFFD', MANGLED);
  }
}
