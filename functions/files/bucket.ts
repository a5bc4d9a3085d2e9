import type { LocalDate } from '../../domain/calendar.ts';
import type { EvidenceFile } from '../../domain/file.ts';
import type { FileId } from '../../domain/file-id.ts';

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

/** A file that is answered. */
export interface AnsweredFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** Where the files of evidence lie and, for a day, answers that are too large to be sent as one. */
export interface FileBucket {
  /** A request, good for a quarter of an hour and for this file alone, to put it there. */
  uploadRequest(file: Pick<EvidenceFile, 'id' | 'type' | 'size'>): Promise<UploadRequest>;
  /** An address, good for five minutes, to read it at. */
  readAddress(file: Pick<EvidenceFile, 'id' | 'type' | 'name'>): Promise<string>;
  /** What is there; nothing while nothing is. */
  look(id: FileId): Promise<Stored | undefined>;
  /** All of what is there; nothing while nothing is. */
  read(id: FileId): Promise<Uint8Array | undefined>;
  /** Lays something else in the place of a file, of which no earlier version is left. */
  replace(file: Pick<EvidenceFile, 'id' | 'type'>, bytes: Uint8Array): Promise<void>;
  /** Takes away the mark by which the bucket drops what is attached to nothing. */
  keep(id: FileId): Promise<void>;
  /** Takes a file away for good, with all its versions; one that is not there is gone already. */
  erase(id: FileId): Promise<void>;
  /** The anchor of a day (`store/anchors.ts`), as it was laid; nothing where there is none. */
  anchor(day: LocalDate): Promise<string | undefined>;
  /** Lays the anchor of a day, if there is none yet. */
  layAnchor(day: LocalDate, text: string): Promise<void>;
  /** Lays an answer there; gives an address, good for five minutes, to fetch it from. */
  lay(answer: AnsweredFile): Promise<string>;
}

export const uploadSeconds = 15 * 60;
export const readSeconds = 5 * 60;
