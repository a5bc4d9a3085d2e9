import * as z from 'zod';

/** The languages Etapas speaks; Spanish comes first. */
export const Language = z.enum(['es', 'en']);
export type Language = z.infer<typeof Language>;

/** A name or sentence in every language. */
export const Text = z.strictObject({ es: z.string().min(1).max(300), en: z.string().min(1).max(300) });
export type Text = z.infer<typeof Text>;
