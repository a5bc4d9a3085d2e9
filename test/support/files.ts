import * as z from 'zod';
import type { Call, TestApp } from './test-app.ts';
import { boss } from './walk.ts';

const Report = z.strictObject({
  accepted: z.int(),
  unchanged: z.int(),
  rejected: z.array(
    z.strictObject({
      row: z.int(),
      column: z.string(),
      sheet: z.string().optional(),
      message: z.string().min(1),
    }),
  ),
  warnings: z
    .array(
      z.strictObject({
        row: z.int().optional(),
        column: z.string().optional(),
        sheet: z.string().optional(),
        message: z.string().min(1),
      }),
    )
    .optional(),
  sheets: z.array(z.strictObject({ name: z.string(), read: z.boolean() })).optional(),
  created: z.int().optional(),
  updated: z.int().optional(),
  differences: z
    .array(
      z.strictObject({
        row: z.int(),
        sheet: z.string().optional(),
        id: z.string(),
        name: z.string(),
        field: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        beforeShown: z.string().optional(),
        afterShown: z.string().optional(),
      }),
    )
    .optional(),
  differing: z.int().optional(),
  plan: z.string().optional(),
  dryRun: z.boolean(),
});

/** Sends a file to be imported. */
export const send = (
  office: TestApp,
  kind: string,
  file: string | Uint8Array,
  more: Call & { query?: string; type?: string } = {},
) => {
  const { query = '', type = 'text/csv', ...who } = more;
  return office.call('POST', `/api/imports/${kind}${query}`, Buffer.from(file), {
    ...boss,
    ...who,
    headers: { ...who.headers, 'content-type': type },
  });
};

/** The same, where a report is expected. */
export async function imported(...request: Parameters<typeof send>): Promise<z.infer<typeof Report>> {
  const { status, body } = await send(...request);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return Report.parse(body);
}

/** A file as it is exported. */
export async function exported(office: TestApp, file: string, who: Call = boss): Promise<Buffer> {
  const { status, bytes } = await office.call('GET', `/api/exports/${file}`, undefined, who);
  if (status !== 200 || !bytes) throw new Error(`${file}: ${status}`);
  return bytes;
}

const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

/** The first page of a list. */
export const items = async (office: TestApp, path: string, who: Call = boss) =>
  Items.parse((await office.call('GET', path, undefined, who)).body).items;
