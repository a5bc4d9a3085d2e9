import * as z from 'zod';
import { Instant } from './calendar.ts';
import { FileId } from './file-id.ts';
import { LocalityId } from './locality-id.ts';
import { line } from './plain-text.ts';
import { User } from './user.ts';

/** Of a file, in bytes: 15 MB. */
export const largestEvidence = 15 * 1024 * 1024;

/** How many bytes of a file are looked at to tell what it is. */
export const lookedAt = 1_024;

const latin = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));
const begins = (sign: string) => (bytes: Uint8Array) => latin(bytes, 0, sign.length) === sign;
/** Workbooks and text documents of today are ZIP archives; which, is said somewhere within. */
const isZip = begins('PK\x03\x04');

/** What evidence may be, by media type: how names of such files end, and whether bytes begin as one does. */
const kinds = {
  'image/jpeg': { endings: ['.jpg', '.jpeg'], is: begins('\xff\xd8\xff') },
  'image/png': { endings: ['.png'], is: begins('\x89PNG\r\n\x1a\n') },
  'image/webp': {
    endings: ['.webp'],
    is: (bytes: Uint8Array) => begins('RIFF')(bytes) && latin(bytes, 8, 12) === 'WEBP',
  },
  'image/heic': {
    endings: ['.heic', '.heif'],
    // A box of ISO/IEC 14496-12 that names a brand of ISO/IEC 23008-12.
    is: (bytes: Uint8Array) => /^ftyp(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(latin(bytes, 4, 12)),
  },
  // Readers take what precedes the header for granted, as long as it is short (ISO 32000-1, annex H.3.4.1).
  'application/pdf': {
    endings: ['.pdf'],
    is: (bytes: Uint8Array) => latin(bytes, 0, lookedAt).includes('%PDF-'),
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { endings: ['.xlsx'], is: isZip },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    endings: ['.docx'],
    is: isZip,
  },
  'application/vnd.oasis.opendocument.spreadsheet': { endings: ['.ods'], is: isZip },
  'application/vnd.oasis.opendocument.text': { endings: ['.odt'], is: isZip },
  // Text has no sign of its own, but no byte of zero either.
  'text/csv': { endings: ['.csv'], is: (bytes: Uint8Array) => !bytes.includes(0) },
} as const;

/** The media types of evidence. */
export const FileType = z.enum(
  [
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/heic',
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/vnd.oasis.opendocument.text',
    'text/csv',
  ] satisfies (keyof typeof kinds)[],
  'file-type',
);
export type FileType = z.infer<typeof FileType>;

/** What somebody says of a file before they send it. */
export const NewFile = z.strictObject({
  name: line(200),
  type: FileType,
  /** In bytes. */
  size: z.int().min(1, 'file-empty').max(largestEvidence, 'file-too-large'),
  /** Whose evidence it is to be; of none, it becomes that of the locality that it is first attached to. */
  locality: LocalityId.optional(),
});
export type NewFile = z.infer<typeof NewFile>;

/** What is known of a file; the file itself lies in the bucket. */
export const EvidenceFile = z.object({
  id: FileId,
  name: z.string(),
  type: FileType,
  size: z.int(),
  locality: LocalityId.optional(),
  by: User,
  at: Instant,
  /** Since when it is evidence. */
  attachedAt: Instant.optional(),
  revision: z.int().min(1),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

/** Where the heads of all histories lie, a file a day (`store/anchors.ts`). */
export const anchorsFolder = 'anchors/';

/** Where answers that are too large to be sent lie beside the files, and for how many days. */
export const answersFolder = 'answers/';
export const keptAnswerDays = 1;

/** What is attached to nothing for so many days is not kept. */
export const keptUnattachedDays = 7;

/** What a file is by the ending of its name: browsers do not know the type of every file they send. */
export const fileTypeOf = (name: string): FileType | undefined =>
  FileType.options.find((type) => kinds[type].endings.some((ending) => name.toLowerCase().endsWith(ending)));

/** Whether bytes, the first of a file, begin as files of the type do. */
export const beginsAs = (type: FileType, bytes: Uint8Array): boolean => kinds[type].is(bytes);

/**
 * The name under which a file is handed out: without signs that steer, or that stand for a place, and with the ending of
 * what it is, whatever ending it was given.
 */
export function inertName({ name, type }: Pick<EvidenceFile, 'name' | 'type'>): string {
  const plain = name
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^\.+/, '_');
  return fileTypeOf(plain) === type ? plain : `${plain}${kinds[type].endings[0]}`;
}
