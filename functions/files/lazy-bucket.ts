import type { FileBucket } from './bucket.ts';

/** The bucket with this name. The client to reach it is loaded when a file is asked for, not at the start. */
export function fileBucket(name: string): FileBucket {
  let opened: Promise<FileBucket> | undefined;
  const bucket = () => {
    opened ??= import('./s3-bucket.ts').then(({ s3Bucket }) => s3Bucket(name));
    return opened;
  };
  return {
    uploadRequest: async (file) => (await bucket()).uploadRequest(file),
    readAddress: async (file) => (await bucket()).readAddress(file),
    look: async (id) => (await bucket()).look(id),
    read: async (id) => (await bucket()).read(id),
    replace: async (file, bytes) => (await bucket()).replace(file, bytes),
    keep: async (id) => (await bucket()).keep(id),
    erase: async (id) => (await bucket()).erase(id),
    anchor: async (day) => (await bucket()).anchor(day),
    layAnchor: async (day, text) => (await bucket()).layAnchor(day, text),
    lay: async (answer) => (await bucket()).lay(answer),
  };
}
