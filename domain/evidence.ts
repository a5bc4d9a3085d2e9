import * as z from 'zod';
import { FileId } from './file-id.ts';
import { freeTexts } from './free-text.ts';
import { identifierIn } from './personal-text.ts';
import { line } from './plain-text.ts';

/** A document that shows that something was done: by its address or, where it was sent here, by its file. */
export const Evidence = z
  .strictObject({
    title: z.string().trim().min(1).max(200).register(freeTexts, { asksAboutContacts: true }),
    url: z
      .url({ protocol: /^https?$/, error: 'web-address' })
      .max(1_000)
      .optional(),
    fileId: FileId.optional(),
  })
  .refine(({ url, fileId }) => (url === undefined) !== (fileId === undefined), 'address-or-file');
export type Evidence = z.infer<typeof Evidence>;

const Title = line(200);
/** What is stored may have a title from before signs and keys of persons were refused; what is sent may not. */
export const NewEvidence = Evidence.superRefine(({ title }, context) => {
  const message = identifierIn(title) ?? Title.safeParse(title).error?.issues[0]?.message;
  if (message) context.addIssue({ code: 'custom', path: ['title'], message });
});
