import * as z from 'zod';
import { Questionnaire } from '../domain/evaluation/questionnaire.ts';
import type { ApiClient, Person } from './api-client.ts';
import { sampleSurvey } from './sample-survey.ts';

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
const Created = z.object({ id: z.string() });
const Matrix = z.object({
  items: z.array(z.object({ id: z.string(), status: z.string(), version: z.number() })),
});
/** Somebody who promises something, as the interface takes them. */
interface Promiser {
  name: string;
  sector: string;
  email?: string;
}
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

  /** Somebody promises something. */
  async function promise(
    id: string,
    somebody: Promiser,
    promised: { action: string; dueOn?: string },
  ): Promise<void> {
    const person = { ...somebody, language: 'es', localities: [id] };
    const { id: responsible } = await asCoordinator(Created, 'POST', '/api/stakeholders', person);
    await asCoordinator(Anything, 'POST', `${at(id)}/commitments`, { ...promised, responsible });
  }

  /** Every promise of the locality is recorded as kept. */
  async function keepAll(id: string): Promise<void> {
    const { items } = await asCoordinator(Matrix, 'GET', `${at(id)}/commitments`);
    for (const { id: commitment, status, version } of items) {
      if (status === 'fulfilled' || status === 'cancelled') continue;
      const headers = { 'if-match': `"${version}"` };
      await asCoordinator(
        Anything,
        'PATCH',
        `/api/commitments/${commitment}`,
        { status: 'fulfilled' },
        headers,
      );
    }
  }

  /** The places are compared by the cases attended, and this one comes first. */
  async function target(id: string): Promise<void> {
    const { name } = await locality(id);
    const indicator = 'Casos atendidos';
    await asCoordinator(Anything, 'POST', '/api/targeting/rankings', {
      rationale: 'Se atiende primero donde se han atendido más casos.',
      method: 'cases-attended',
      weights: [
        {
          indicator,
          weight: 1,
          direction: 'higher-first',
          reason: 'Es lo que registra la dirección municipal.',
        },
      ],
      topK: 1,
      candidates: [
        { key: '1', name, locality: id, indicators: { [indicator]: 42 } },
        { key: '2', name: 'Colonia vecina al norte', indicators: { [indicator]: 17 } },
        { key: '3', name: 'Colonia vecina al sur', indicators: { [indicator]: 11 } },
      ],
    });
  }

  /** People of the locality are asked; after the work their answers lean to the better ones. */
  async function survey(id: string, wave: 'baseline' | 'follow-up'): Promise<void> {
    const questionnaire = await asCoordinator(Questionnaire, 'GET', '/api/questionnaires/convivencia');
    const rows =
      wave === 'baseline' ? sampleSurvey(questionnaire, 320, 1) : sampleSurvey(questionnaire, 340, 2, 0.4);
    await asCoordinator(Anything, 'POST', `${at(id)}/surveys/${wave}`, rows);
  }

  /** Does everything the gate says is missing: activities with a document each, a survey, a promise, promises kept. */
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
    const lacks = (criterion: string) => missing.some((lack) => lack.criterion === criterion);
    if (lacks('commitments')) {
      const { current } = await locality(id);
      const promised = { action: 'Recorridos vecinales', dueOn: current[0]?.targetOn };
      await promise(id, { name: 'Mesa directiva de vecinos', sector: 'community' }, promised);
    }
    if (lacks('commitments-fulfilled')) await keepAll(id);
    if (lacks('targeting-decided')) await target(id);
    if (lacks('survey-wave')) await survey(id, stage === 'strategy-evaluation' ? 'follow-up' : 'baseline');
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

  return { locality, gate, begin, promise, keepAll, complete, review, decide, pass };
}
export type Walkthrough = ReturnType<typeof walkthrough>;
