import { Problem } from '../../domain/errors.ts';

/** Bodies beyond this are refused unread. */
const largestForm = 64 * 1024;

/**
 * The fields of a form: as browsers send it, or in parts, as RFC 8058 lets mail programs unsubscribe.
 * @throws Problem `body-too-large`, `invalid-request`
 */
export async function formOf({
  body = '',
  isBase64Encoded,
  headers,
}: {
  body?: string;
  isBase64Encoded: boolean;
  headers: Record<string, string | undefined>;
}): Promise<Record<string, string>> {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > largestForm) throw new Problem('body-too-large');
  const type = headers['content-type'] ?? 'application/x-www-form-urlencoded';
  try {
    const fields = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    const texts: [string, string][] = [];
    for (const [name, value] of fields) if (typeof value === 'string') texts.push([name, value]);
    return Object.fromEntries(texts);
  } catch (cause) {
    throw new Problem('invalid-request', { cause });
  }
}
