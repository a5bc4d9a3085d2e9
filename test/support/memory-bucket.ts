import type { AnsweredFile, FileBucket, Stored, UploadRequest } from '../../functions/files/bucket.ts';

interface Lying extends Stored {
  /** Whether the bucket has been told to keep it. */
  kept: boolean;
  bytes: Uint8Array;
}

/** A bucket in memory, whose addresses nobody answers at: `put` stands for sending a file. */
export function memoryBucket() {
  const objects = new Map<string, Lying>();
  const answers = new Map<string, AnsweredFile>();
  const anchors = new Map<string, string>();
  const urlOf = (id: string) => `https://files.juarez.example/${id}`;
  const put = (id: string, type: string, bytes: Uint8Array) =>
    objects.set(id, { type, size: bytes.length, start: bytes.subarray(0, 1_024), kept: false, bytes });
  const bucket: FileBucket = {
    uploadRequest: async ({ id, type }): Promise<UploadRequest> => ({
      method: 'PUT',
      url: urlOf(id),
      headers: { 'content-type': type },
    }),
    readAddress: async ({ id }) => urlOf(id),
    look: async (id) => objects.get(id),
    read: async (id) => objects.get(id)?.bytes,
    replace: async ({ id, type }, bytes) => {
      put(id, type, bytes);
    },
    keep: async (id) => {
      const object = objects.get(id);
      if (object) object.kept = true;
    },
    erase: async (id) => {
      objects.delete(id);
    },
    anchor: async (day) => anchors.get(day),
    layAnchor: async (day, text) => {
      if (!anchors.has(day)) anchors.set(day, text);
    },
    lay: async (answer) => {
      const address = urlOf(`answers/${answers.size}`);
      answers.set(address, answer);
      return address;
    },
  };
  return {
    ...bucket,
    put,
    /** The ids of all that lies there. */
    ids: () => [...objects.keys()],
    bytesOf: (id: string) => objects.get(id)?.bytes,
    isKept: (id: string) => objects.get(id)?.kept ?? false,
    /** What was laid at an address because it was too large to be answered. */
    answerAt: (address: string) => answers.get(address),
  };
}
