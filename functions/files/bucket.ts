import type { S3Client } from '@aws-sdk/client-s3';
import { type EvidenceFile, type FileId, inertName, lookedAt } from '../../domain/file.ts';
import { attachment } from './content-disposition.ts';

/** How a file is sent straight to the bucket, by whoever holds this. */
export interface UploadRequest {
  method: 'PUT';
  url: string;
  /** To be sent along as they are. */
  headers: Record<string, string>;
}

/** What lies in the bucket under a file's id. */
export interface Stored {
  type?: string;
  /** In bytes. */
  size: number;
  /** The first bytes. */
  start: Uint8Array;
}

/** Where the files of evidence lie. */
export interface FileBucket {
  /** A request, good for a quarter of an hour and for this file alone, to put it there. */
  uploadRequest(file: Pick<EvidenceFile, 'id' | 'type' | 'size'>): Promise<UploadRequest>;
  /** An address, good for five minutes, to read it at. */
  readAddress(file: Pick<EvidenceFile, 'id' | 'type' | 'name'>): Promise<string>;
  /** What is there; nothing while nothing is. */
  look(id: FileId): Promise<Stored | undefined>;
  /** Takes away the mark by which the bucket drops what is attached to nothing. */
  keep(id: FileId): Promise<void>;
}

const uploadSeconds = 15 * 60;
export const readSeconds = 5 * 60;

/** How a file that is attached to nothing is marked; a rule of the bucket removes what bears it for too long. */
const unattached = 'attached=false';

/** The object of a file: the function may reach nothing of the bucket outside this folder. */
const keyOf = (id: FileId) => `evidence/${id}`;

/** The bucket with this name, by S3's protocol. The client is loaded when a file is asked for, not at the start. */
export function fileBucket(name: string): FileBucket {
  let opened: S3Client | undefined;
  async function open() {
    const [s3, { getSignedUrl }] = await Promise.all([
      import('@aws-sdk/client-s3'),
      import('@aws-sdk/s3-request-presigner'),
    ]);
    opened ??= new s3.S3Client({
      // A checksum of a body that is not there yet would be signed, and refuse every upload.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    return { s3, getSignedUrl, client: opened };
  }
  const objectOf = (id: FileId) => ({ Bucket: name, Key: keyOf(id) });

  return {
    async uploadRequest({ id, type, size }) {
      const { s3, client, getSignedUrl } = await open();
      const command = new s3.PutObjectCommand({
        ...objectOf(id),
        ContentType: type,
        ContentLength: size,
        Tagging: unattached,
        // What was looked at when it was attached cannot be replaced by something else.
        IfNoneMatch: '*',
      });
      const url = await getSignedUrl(client, command, {
        expiresIn: uploadSeconds,
        signableHeaders: new Set(['content-type']),
        // In the address S3 would overlook it.
        unhoistableHeaders: new Set(['x-amz-tagging']),
      });
      // The length is signed too; whoever sends a body of that length sends it along.
      return {
        method: 'PUT',
        url,
        headers: { 'content-type': type, 'if-none-match': '*', 'x-amz-tagging': unattached },
      };
    },

    async readAddress({ id, type, name }) {
      const { s3, client, getSignedUrl } = await open();
      const command = new s3.GetObjectCommand({
        ...objectOf(id),
        ResponseContentType: type,
        ResponseContentDisposition: attachment(inertName({ name, type })),
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(client, command, { expiresIn: readSeconds });
    },

    async look(id) {
      const { s3, client } = await open();
      try {
        const { Body, ContentRange, ContentType } = await client.send(
          new s3.GetObjectCommand({ ...objectOf(id), Range: `bytes=0-${lookedAt - 1}` }),
        );
        const size = Number(/\/(\d+)$/.exec(ContentRange ?? '')?.[1]);
        const start = await Body?.transformToByteArray();
        return start && { type: ContentType, size, start };
      } catch (error) {
        // To who may not list a bucket, S3 does not tell what is missing from what is forbidden.
        if (error instanceof s3.S3ServiceException && ['NoSuchKey', 'AccessDenied'].includes(error.name))
          return undefined;
        throw error;
      }
    },

    async keep(id) {
      const { s3, client } = await open();
      await client.send(new s3.DeleteObjectTaggingCommand(objectOf(id)));
    },
  };
}
