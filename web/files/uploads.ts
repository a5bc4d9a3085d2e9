import { api } from '../api/client.ts';
import { NoConnection } from '../api/problem.ts';
import type { ApiResponse } from '../api/types.ts';
import { store, useStore } from '../components/store.ts';
import { connected } from '../offline/connection.ts';
import type { Sendable } from './checked.ts';
import { put } from './put.ts';
import { thumbnailOf } from './thumbnail.ts';

type Announced = ApiResponse<'POST /api/files'>;

/** How far a file is. What stopped for want of a network goes on by itself once there is one. */
type Standing =
  | { is: 'queued' }
  | { is: 'sending'; sent: number }
  | { is: 'there'; fileId: string }
  | { is: 'stopped'; problem: unknown };

/** A file on its way to where files lie. It lives in this tab alone: megabytes are not kept for later. */
export interface Upload extends Sendable {
  id: string;
  /** The form that it was chosen in, and the locality whose evidence it is to be. */
  form: string;
  locality: string;
  thumbnail?: string;
  standing: Standing;
}

const uploads = store<Upload[]>([]);
/** What a file was announced as, by upload, and the way to call it off. */
const announced = new Map<string, Announced>();
const underWay = new Map<string, AbortController>();
/** Of files that were sent from this tab, by file. */
const thumbnails = new Map<string, string>();

/** The files of a form that are not part of what it says yet. */
export const useUploads = (form: string): Upload[] =>
  useStore(uploads).filter((upload) => upload.form === form);

/** Whether files of a form are not part of what it says yet. */
export const hasUploads = (form: string): boolean => uploads.get().some((upload) => upload.form === form);

/** The small picture of a file that was sent from this tab. */
export const thumbnailOfFile = (fileId: string): string | undefined => thumbnails.get(fileId);

const change = (id: string, part: Partial<Upload>) =>
  uploads.set(uploads.get().map((one) => (one.id === id ? { ...one, ...part } : one)));

/** Sends files, one after the other: on a poor signal they would only slow each other down. */
export function sendFiles(form: string, locality: string, files: Sendable[]): void {
  const added = files.map((file): Upload => {
    return { ...file, id: crypto.randomUUID(), form, locality, standing: { is: 'queued' } };
  });
  uploads.set([...uploads.get(), ...added]);
  for (const { id, content } of added) void picture(id, content);
  void sendNext();
}

async function picture(id: string, content: Blob): Promise<void> {
  const thumbnail = await thumbnailOf(content);
  const { standing } = uploads.get().find((one) => one.id === id) ?? {};
  if (thumbnail && standing?.is === 'there') thumbnails.set(standing.fileId, thumbnail);
  change(id, { thumbnail });
}

/** Takes a file away: it is not wanted, or part of what the form says now. */
export function dropUpload(id: string): void {
  underWay.get(id)?.abort();
  announced.delete(id);
  uploads.set(uploads.get().filter((one) => one.id !== id));
}

/** Takes every file of a form away that is not part of what it says: the form was given up. */
export function dropUploads(form: string): void {
  for (const upload of uploads.get()) if (upload.form === form) dropUpload(upload.id);
}

/** What was left of the files of one form goes on in another. */
export function moveUploads(from: string, to: string): void {
  uploads.set(uploads.get().map((one) => (one.form === from ? { ...one, form: to } : one)));
}

export function retryUpload(id: string): void {
  change(id, { standing: { is: 'queued' } });
  void sendNext();
}

const isWaiting = ({ standing }: Upload) =>
  standing.is === 'stopped' && standing.problem instanceof NoConnection;

connected.subscribe(() => {
  if (connected.get()) for (const { id } of uploads.get().filter(isWaiting)) retryUpload(id);
});

async function sendNext(): Promise<void> {
  if (underWay.size > 0) return;
  const next = uploads.get().find(({ standing }) => standing.is === 'queued');
  if (!next) return;
  const { id } = next;
  const calledOff = new AbortController();
  underWay.set(id, calledOff);
  try {
    const fileId = await deliver(next, calledOff.signal);
    const { thumbnail } = uploads.get().find((one) => one.id === id) ?? {};
    if (thumbnail) thumbnails.set(fileId, thumbnail);
    change(id, { standing: { is: 'there', fileId } });
  } catch (problem) {
    // Called off, it is not there any more, and this says nothing of anything.
    change(id, { standing: { is: 'stopped', problem } });
  } finally {
    underWay.delete(id);
  }
  await sendNext();
}

/** What lies there already came with a request whose answer was lost. */
const isThere = (status: number) => (status >= 200 && status < 300) || status === 412;

/** Announces a file and sends it; one that was announced before goes by the same request while that is good. */
async function deliver(upload: Upload, signal: AbortSignal): Promise<string> {
  if (!connected.get()) throw new NoConnection('there is no network');
  const { id, name, type, content, locality } = upload;
  change(id, { standing: { is: 'sending', sent: 0 } });
  const send = async ({ fileId, upload: request }: Announced) => {
    const onProgress = (sent: number) => change(id, { standing: { is: 'sending', sent } });
    const status = await put(request, content, { signal, onProgress });
    return { fileId, status };
  };
  const before = announced.get(id);
  if (before) {
    const { fileId, status } = await send(before);
    if (isThere(status)) return fileId;
  }
  const body = { name, type, size: content.size, locality };
  const anew = await api('POST /api/files', { body }, { signal, key: before ? undefined : id });
  announced.set(id, anew);
  const { fileId, status } = await send(anew);
  if (!isThere(status)) throw new Error(`the file was met with ${status}`);
  return fileId;
}
