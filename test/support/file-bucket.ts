import * as z from 'zod';
import type { FileBucket, Stored, UploadRequest } from '../../functions/files/bucket.ts';
import type { Call, TestApp } from './test-app.ts';
import { ana } from './walk.ts';

interface Lying extends Stored {
  /** Whether the bucket has been told to keep it. */
  kept: boolean;
}

/** A bucket in memory, whose addresses nobody answers at: `put` stands for sending a file. */
export function memoryBucket() {
  const objects = new Map<string, Lying>();
  const urlOf = (id: string) => `https://files.juarez.example/${id}`;
  const bucket: FileBucket = {
    uploadRequest: async ({ id, type }): Promise<UploadRequest> => ({
      ...{ method: 'PUT', url: urlOf(id), headers: { 'content-type': type } },
    }),
    readAddress: async ({ id }) => urlOf(id),
    look: async (id) => objects.get(id),
    keep: async (id) => {
      const object = objects.get(id);
      if (object) object.kept = true;
    },
  };
  const put = (id: string, type: string, bytes: Uint8Array) =>
    objects.set(id, { type, size: bytes.length, start: bytes.subarray(0, 1_024), kept: false });
  return { ...bucket, put, isKept: (id: string) => objects.get(id)?.kept ?? false };
}

/** The shortest thing that begins as a PDF. */
export const pdf = Buffer.from('%PDF-1.7\n');
export const announcement = { name: 'Acta.pdf', type: 'application/pdf', size: pdf.length };

const Announced = z.object({ fileId: z.string() });

/** Announces a file; gives its id. */
export async function announced(office: TestApp, some: object = {}, who: Call = ana): Promise<string> {
  const { status, body } = await office.call('POST', '/api/files', { ...announcement, ...some }, who);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return Announced.parse(body).fileId;
}

/** Announces a file and sends it; gives its id. */
export async function uploaded(office: TestApp, some: object = {}, who: Call = ana): Promise<string> {
  const id = await announced(office, some, who);
  office.bucket.put(id, announcement.type, pdf);
  return id;
}
