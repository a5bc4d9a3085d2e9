import * as z from 'zod';
import type { ApiClient, Person } from './api-client.ts';

export const LocalityState = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  version: z.number(),
  generation: z.number(),
  current: z.array(
    z.object({
      stage: z.string(),
      track: z.string().optional(),
      visit: z.number(),
      targetOn: z.string(),
      gate: z.string(),
    }),
  ),
});
export type LocalityState = z.infer<typeof LocalityState>;

export const GateState = z.object({
  stage: z.string(),
  track: z.string().optional(),
  visit: z.number(),
  state: z.string(),
  ready: z.boolean(),
  version: z.number(),
  criteria: z.array(z.object({ type: z.string(), met: z.boolean(), detail: z.string() })),
  missing: z.array(z.object({ criterion: z.string(), what: z.string(), activity: z.string().optional() })),
});
export type GateState = z.infer<typeof GateState>;

const Anything = z.unknown();
const query = (track?: string) => (track ? `?track=${track}` : '');

/** What people do to take a locality through its gates, step by step, over the interface. */
export function walkthrough(
  api: ApiClient,
  { coordinator, approver }: { coordinator: Person; approver: Person },
) {
  const asCoordinator = api.as(coordinator);
  const asApprover = api.as(approver);
  const at = (id: string) => `/api/localities/${id}`;

  const locality = (id: string) => asCoordinator(LocalityState, 'GET', at(id));
  const gate = (id: string, track?: string) =>
    asCoordinator(GateState, 'GET', `${at(id)}/gate${query(track)}`);

  /** Begins a programme; a repeated call with the same key begins it once. */
  const begin = (name: string, programme: string, more: object = {}, key: string = crypto.randomUUID()) =>
    asCoordinator(
      LocalityState,
      'POST',
      '/api/localities',
      { name, programme, ...more },
      { 'idempotency-key': key },
    );

  /** Records everything the gate says is missing, each with a document. */
  async function complete(id: string, { stage, version, missing }: GateState): Promise<void> {
    for (const activity of new Set(missing.flatMap((lack) => lack.activity ?? []))) {
      const entry = {
        status: 'done',
        evidence: [
          { title: 'Minuta y lista de asistencia', url: `https://juarez.example/evidencia/${activity}.pdf` },
        ],
      };
      const path = `${at(id)}/stages/${stage}/activities/${activity}`;
      await asCoordinator(Anything, 'PUT', path, entry, { 'if-match': `"${version}"` });
    }
  }

  const review = (id: string, track?: string, note?: string) =>
    asCoordinator(Anything, 'POST', `${at(id)}/gate/reviews`, { track, note });

  const decide = (
    id: string,
    decision: { outcome: string; reason: string; track?: string; toStage?: string },
  ) => asApprover(Anything, 'POST', `${at(id)}/gate/decisions`, decision);

  /** Everything done, reviewed and decided at one gate. */
  async function pass(id: string, track?: string): Promise<void> {
    await complete(id, await gate(id, track));
    await review(id, track);
    await decide(id, { outcome: 'advance', reason: 'Se cumplen los criterios de la etapa.', track });
  }

  return { locality, gate, begin, complete, review, decide, pass };
}
export type Walkthrough = ReturnType<typeof walkthrough>;
