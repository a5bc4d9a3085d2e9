import * as z from 'zod';
import type { Call, Office } from './office.ts';

export const Current = z.object({
  id: z.string(),
  status: z.string(),
  version: z.number(),
  current: z.array(
    z.object({ stage: z.string(), track: z.string().optional(), visit: z.number(), gate: z.string() }),
  ),
});
const Missing = z.object({ missing: z.array(z.object({ activity: z.string() })), stage: z.string() });

export const ana: Call = { user: 'ana@juarez.example', role: 'coordinator' };
export const boss: Call = { user: 'direccion@juarez.example', role: 'administrator' };

/** A coordinator of other localities. */
export const luis: Call = { user: 'luis@juarez.example', role: 'coordinator' };
export const vera: Call = { user: 'vera@juarez.example', role: 'viewer' };

export const evidence = [{ title: 'Acta', url: 'https://juarez.example/acta.pdf' }];

/** A locality at the first stage of a programme, its visit open. */
export async function begin(office: Office, programme = 'convivir-mejor', name = 'Anapra'): Promise<string> {
  const { body } = await office.call('POST', '/api/localities', { name, programme }, ana);
  await office.settle();
  return Current.parse(body).id;
}

export const locality = async (office: Office, id: string) =>
  Current.parse((await office.call('GET', `/api/localities/${id}`, undefined, boss)).body);

/** Does all that the gate says is missing. */
export async function complete(office: Office, id: string, track?: string): Promise<void> {
  const query = track ? `?track=${track}` : '';
  const gate = await office.call('GET', `/api/localities/${id}/gate${query}`, undefined, ana);
  const { missing, stage } = Missing.parse(gate.body);
  for (const activity of new Set(missing.map((lack) => lack.activity))) {
    const path = `/api/localities/${id}/stages/${stage}/activities/${activity}`;
    const { version } = await locality(office, id);
    const done = await office.call('PUT', path, { status: 'done', evidence }, seeing(ana, version));
    if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  }
}

/** The same caller, who saw a version. */
export const seeing = (who: Call, version: number | string): Call => ({
  ...who,
  headers: { ...who.headers, 'if-match': `"${version}"` },
});

export const review = (office: Office, id: string, track?: string) =>
  office.call('POST', `/api/localities/${id}/gate/reviews`, { track }, ana);

export const decide = (office: Office, id: string, decision: object, who: Call = boss) =>
  office.call(
    'POST',
    `/api/localities/${id}/gate/decisions`,
    { outcome: 'advance', reason: 'Listo', ...decision },
    who,
  );

/** Through one gate: everything done, reviewed, and decided by somebody else. */
export async function pass(office: Office, id: string, track?: string): Promise<void> {
  await complete(office, id, track);
  await review(office, id, track);
  const decided = await decide(office, id, { track });
  if (decided.status !== 201) throw new Error(JSON.stringify(decided.body));
  await office.settle();
}
