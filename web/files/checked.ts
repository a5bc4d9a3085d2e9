import { beginsAs, type FileType, fileTypeOf, largestEvidence, lookedAt } from '../../domain/file.ts';

/** Why a file cannot be evidence; nothing of it is sent then. */
export type Refusal = 'type' | 'empty' | 'size' | 'content' | 'unread';

/** A file that may be sent. */
export interface Sendable {
  name: string;
  type: FileType;
  /** The file as it was chosen, whatever becomes of it on the disk. */
  content: Blob;
}

/** As many signs of a name as the interface takes; its end tells what it is. */
const longestName = 200;

/** Looks at a file before anything of it is sent: what it is by its name, how large, and whether it begins as such files do. */
export async function checked(file: File): Promise<Sendable | Refusal> {
  const type = fileTypeOf(file.name);
  if (!type) return 'type';
  if (file.size === 0) return 'empty';
  if (file.size > largestEvidence) return 'size';
  const bytes = await bytesOf(file);
  if (!bytes) return 'unread';
  if (!beginsAs(type, bytes.subarray(0, lookedAt))) return 'content';
  return { name: file.name.slice(-longestName), type, content: new Blob([bytes], { type }) };
}

/** What is in it; nothing where the device does not hand it out: it was moved, or lies in a cloud that cannot be reached. */
async function bytesOf(file: File) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}
