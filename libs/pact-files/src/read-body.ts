import { isRecord } from '@fixpoint/structured-text';

/** A body of either side; `content` is absent where the pact says nothing of a body. */
export interface ReadBody {
  readonly content?: unknown;
  readonly contentType?: string;
  /** Why it cannot be read. */
  readonly problem?: string;
}

/** Reads a body: as it stands up to v3, `{content, contentType, encoded}` in v4. Bytes that are no UTF-8 stay a text of their base64. */
export function readBody(body: unknown, version: 2 | 3 | 4): ReadBody {
  if (body === undefined) return {};
  if (version !== 4 || body === null) return { content: body };
  if (!isRecord(body)) return { problem: 'in version 4 it must be an object with "content"' };
  const { content, contentType, encoded } = body;
  const type = typeof contentType === 'string' ? { contentType } : {};
  if (content === undefined) return type;
  if (!encoded) return { content, ...type };
  if (typeof content !== 'string') return { problem: 'content that is encoded must be a text' };
  const decoded = decode(content, String(encoded).toLowerCase(), type.contentType);
  return 'problem' in decoded ? decoded : { ...decoded, ...type };
}

function decode(content: string, encoding: string, type = ''): { content: unknown } | { problem: string } {
  if (encoding === 'json') return parse(content) ?? { problem: 'it says that it is JSON and is not' };
  if (encoding !== 'base64' && encoding !== 'true')
    return { problem: `its encoding "${encoding}" is not known` };
  const plain = content.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(plain)) return { problem: 'it says that it is base64 and is not' };
  const text = utf8(Buffer.from(plain, 'base64'));
  if (text === undefined) return { content };
  return (/[/+]json\b/.test(type) ? parse(text) : undefined) ?? { content: text };
}

function parse(text: string): { content: unknown } | undefined {
  try {
    return { content: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
