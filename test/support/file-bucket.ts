import * as z from 'zod';
import type { Call, TestApp } from './test-app.ts';
import { ana } from './walk.ts';

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

/** Sends a file and attaches it to a new commitment of a locality; gives its id. */
export async function attached(office: TestApp, locality: string): Promise<string> {
  const fileId = await uploaded(office, { locality });
  const commitment = { action: 'Con acta', evidence: [{ title: 'Acta', fileId }] };
  const made = await office.call('POST', `/api/localities/${locality}/commitments`, commitment, ana);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return fileId;
}
