import { randomBytes } from 'node:crypto';
import {
  DeleteObjectCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { LocalDate } from '../../domain/calendar.ts';
import { anchorsFolder, answersFolder, inertName, lookedAt } from '../../domain/file.ts';
import type { FileId } from '../../domain/file-id.ts';
import { logger } from '../runtime/logger.ts';
import { type FileBucket, readSeconds, uploadSeconds } from './bucket.ts';
import { attachment } from './content-disposition.ts';

/** How a file that is attached to nothing is marked; a rule of the bucket removes what bears it for too long. */
const unattached = 'attached=false';

/** To who may not list a bucket, S3 does not tell what is missing from what is forbidden. */
const isNotThere = (error: unknown): error is S3ServiceException =>
  error instanceof S3ServiceException && ['NoSuchKey', 'AccessDenied'].includes(error.name);

const anchorKey = (day: LocalDate) => `${anchorsFolder}${day}.json`;

/** The bucket with this name, by S3's protocol. */
export function s3Bucket(name: string): FileBucket {
  const client = new S3Client({
    // A checksum of a body that is not there yet would be signed, and refuse every upload.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  /** The function may reach nothing of the bucket outside this folder and that of answers. */
  const objectOf = (id: FileId) => ({ Bucket: name, Key: `evidence/${id}` });

  /** Takes away all versions of a file but one, which may be none of them. */
  async function eraseVersions(id: FileId, but?: string): Promise<void> {
    const { Key } = objectOf(id);
    let from: Pick<ListObjectVersionsCommandInput, 'KeyMarker' | 'VersionIdMarker'> | undefined = {};
    while (from) {
      const {
        Versions = [],
        DeleteMarkers = [],
        ...page
      }: ListObjectVersionsCommandOutput = await client.send(
        new ListObjectVersionsCommand({ Bucket: name, Prefix: Key, ...from }),
      );
      for (const { Key: key, VersionId } of [...Versions, ...DeleteMarkers])
        if (key === Key && VersionId !== but)
          await client.send(new DeleteObjectCommand({ Bucket: name, Key, VersionId }));
      from = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
    }
  }

  return {
    async uploadRequest({ id, type, size }) {
      const command = new PutObjectCommand({
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
      // The length is signed too; whoever sends a body of that length sends it along by itself.
      const headers = { 'content-type': type, 'if-none-match': '*', 'x-amz-tagging': unattached };
      return { method: 'PUT', url, headers };
    },

    readAddress: ({ id, type, name }) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          ...objectOf(id),
          ResponseContentType: type,
          ResponseContentDisposition: attachment(inertName({ name, type })),
          ResponseCacheControl: 'private, no-store',
        }),
        { expiresIn: readSeconds },
      ),

    async look(id) {
      try {
        const { Body, ContentRange, ContentType } = await client.send(
          new GetObjectCommand({ ...objectOf(id), Range: `bytes=0-${lookedAt - 1}` }),
        );
        const size = Number(/\/(\d+)$/.exec(ContentRange ?? '')?.[1]);
        const start = await Body?.transformToByteArray();
        return start && { type: ContentType, size, start };
      } catch (error) {
        if (!isNotThere(error)) throw error;
        logger.info('file not there', { reason: error.name });
        return undefined;
      }
    },

    async keep(id) {
      await client.send(new DeleteObjectTaggingCommand(objectOf(id)));
    },

    async read(id) {
      try {
        const { Body } = await client.send(new GetObjectCommand(objectOf(id)));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (!isNotThere(error)) throw error;
        return undefined;
      }
    },

    async replace({ id, type }, bytes) {
      const command = new PutObjectCommand({
        ...objectOf(id),
        ContentType: type,
        Body: bytes,
        Tagging: unattached,
      });
      const { VersionId } = await client.send(command);
      await eraseVersions(id, VersionId ?? 'null');
    },

    erase: (id) => eraseVersions(id),

    async anchor(day) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: anchorKey(day) }));
        return await Body?.transformToString();
      } catch (error) {
        if (!isNotThere(error)) throw error;
        return undefined;
      }
    },

    async layAnchor(day, text) {
      const object = { Bucket: name, Key: anchorKey(day), ContentType: 'application/json', Body: text };
      try {
        await client.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }));
      } catch (error) {
        // Another run was faster, or is about to be.
        const isThere = ['PreconditionFailed', 'ConditionalRequestConflict'];
        if (!(error instanceof S3ServiceException && isThere.includes(error.name))) throw error;
      }
    },

    async lay({ name: file, type, bytes }) {
      const object = { Bucket: name, Key: `${answersFolder}${randomBytes(16).toString('hex')}` };
      await client.send(new PutObjectCommand({ ...object, ContentType: type, Body: bytes }));
      const command = new GetObjectCommand({
        ...object,
        ResponseContentType: type,
        ResponseContentDisposition: attachment(file),
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(client, command, { expiresIn: readSeconds });
    },
  };
}
