import * as z from 'zod';

/** 128 random bits, hexadecimal: what cannot be guessed, and tells nothing of the file. */
export const FileId = z.string().regex(/^[0-9a-f]{32}$/, 'is not the id of a file');
export type FileId = z.infer<typeof FileId>;
