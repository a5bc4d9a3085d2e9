import * as z from 'zod';
import type { MailChoice } from '../../domain/mail-choice.ts';
import { listOf, StageView } from '../../functions/api/representations.ts';
import { sampleSurvey } from '../../local/sample-survey.ts';
import { staffStore } from '../../store/staff.ts';
import { convivencia } from './questionnaires.ts';
import type { Call, TestApp } from './test-app.ts';

export const Current = z.object({
  id: z.string(),
  status: z.string(),
  version: z.number(),
  current: z.array(
    z.object({ stage: z.string(), track: z.string().optional(), visit: z.number(), gate: z.string() }),
  ),
});
const Stages = listOf(StageView);
const Missing = z.object({
  missing: z.array(z.object({ criterion: z.string(), activity: z.string().optional() })),
  stage: z.string(),
});
const Created = z.object({ id: z.string() });
const Matrix = z.object({
  items: z.array(z.object({ id: z.string(), status: z.string(), version: z.number() })),
});

export const ana: Call = { user: 'ana@juarez.example', role: 'coordinator' };
export const boss: Call = { user: 'direccion@juarez.example', role: 'administrator' };

/** A coordinator of other localities. */
export const luis: Call = { user: 'luis@juarez.example', role: 'coordinator' };
export const vera: Call = { user: 'vera@juarez.example', role: 'viewer' };

export const evidence = [{ title: 'Acta', url: 'https://juarez.example/acta.pdf' }];

/** Who enters localities for others to coordinate. */
export const registrar: Call = { user: 'registro@juarez.example', role: 'administrator' };

/** A locality of Ana's of which nothing is under way yet but what its creation wrote. */
export async function create(here: TestApp, programme = 'convivir-mejor', name = 'Anapra'): Promise<string> {
  const locality = { name, programme, coordinators: [ana.user] };
  const { body } = await here.call('POST', '/api/localities', locality, registrar);
  return Current.parse(body).id;
}

/**
 * These members of staff choose which mails they get. Who is told of everything as it happens gives tests of how mail goes
 * out some to send; who gets none leaves those to other people alone.
 */
export async function choose(here: TestApp, mails: MailChoice, ...people: Call[]): Promise<void> {
  const staff = staffStore(here.table);
  for (const { user = '' } of people) {
    const before = await staff.find(user);
    const { language = here.municipality.language, revision = 0 } = before ?? {};
    await staff.save(user, { language, mails, revision: revision + 1 });
  }
}

/** A locality at the first stage of a programme, its visit open. */
export async function begin(here: TestApp, programme = 'convivir-mejor', name = 'Anapra'): Promise<string> {
  const id = await create(here, programme, name);
  await here.settle();
  return id;
}

export const locality = async (here: TestApp, id: string) =>
  Current.parse((await here.call('GET', `/api/localities/${id}`, undefined, boss)).body);

/** Every stage of a locality with its visits, as the API shows them. */
export const stages = async (here: TestApp, id: string) =>
  Stages.parse((await here.call('GET', `/api/localities/${id}/stages`, undefined, boss)).body).items;

/** Somebody of the community promises something, whom nobody can write to. */
export async function promise(here: TestApp, id: string): Promise<void> {
  const person = { name: 'Mesa de vecinos', sector: 'community', localities: [id] };
  const { id: responsible } = Created.parse((await here.call('POST', '/api/stakeholders', person, ana)).body);
  const commitment = { action: 'Recorridos vecinales', responsible, dueOn: '2030-12-05' };
  await here.call('POST', `/api/localities/${id}/commitments`, commitment, ana);
}

/** Every promise of the locality is recorded as kept. */
export async function keepAll(here: TestApp, id: string): Promise<void> {
  const matrix = await here.call('GET', `/api/localities/${id}/commitments`, undefined, ana);
  for (const { id: commitment, status, version } of Matrix.parse(matrix.body).items) {
    const headers = { 'if-match': `"${version}"` };
    if (status === 'pending' || status === 'in-progress')
      await here.call(
        'PATCH',
        `/api/commitments/${commitment}`,
        { status: 'fulfilled' },
        { ...ana, headers },
      );
  }
}

/** Does all that the gate says is missing. */
export async function complete(here: TestApp, id: string, track?: string): Promise<void> {
  const query = track ? `?track=${track}` : '';
  const gate = await here.call('GET', `/api/localities/${id}/gate${query}`, undefined, ana);
  const { missing, stage } = Missing.parse(gate.body);
  for (const activity of new Set(missing.flatMap((lack) => lack.activity ?? []))) {
    const path = `/api/localities/${id}/stages/${stage}/activities/${activity}`;
    const { version } = await locality(here, id);
    const done = await here.call('PUT', path, { status: 'done', evidence }, seeing(ana, version));
    if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  }
  if (missing.some(({ criterion }) => criterion === 'commitments')) await promise(here, id);
  if (missing.some(({ criterion }) => criterion === 'commitments-fulfilled')) await keepAll(here, id);
  if (missing.some(({ criterion }) => criterion === 'targeting-decided')) await target(here, id);
  if (missing.some(({ criterion }) => criterion === 'survey-wave'))
    await survey(here, id, stage === 'strategy-evaluation' ? 'follow-up' : 'baseline');
}

/** A ranking that the locality is among. */
export const rankingOf = (id: string) => ({
  rationale: 'Más casos atendidos',
  method: 'cases-attended',
  weights: [{ indicator: 'Casos', weight: 1, direction: 'higher-first', reason: 'Es lo que se registra' }],
  topK: 1,
  candidates: [
    { key: '1', name: 'Anapra', locality: id, indicators: { Casos: 42 } },
    { key: '2', name: 'Vecina', indicators: { Casos: 17 } },
  ],
});

/** A ranking that the locality is among is frozen. */
export async function target(here: TestApp, id: string): Promise<void> {
  const frozen = await here.call('POST', '/api/targeting/rankings', rankingOf(id), ana);
  if (frozen.status !== 201) throw new Error(JSON.stringify(frozen.body));
}

/** Answers to the standard questionnaire, the second survey better than the first. */
export const answers = (wave: 'baseline' | 'follow-up', respondents = 40) =>
  wave === 'baseline'
    ? sampleSurvey(convivencia, respondents, 1)
    : sampleSurvey(convivencia, respondents, 2, 0.5);

/** People of the locality are surveyed. */
export async function survey(here: TestApp, id: string, wave: 'baseline' | 'follow-up'): Promise<void> {
  const headers = { 'content-type': 'text/csv' };
  const path = `/api/localities/${id}/surveys/${wave}`;
  const imported = await here.call('POST', path, answers(wave), { ...ana, headers });
  if (imported.body.rows === 0) throw new Error(JSON.stringify(imported.body));
}

/** The same caller, who saw a version. */
export const seeing = (who: Call, version: number | string): Call => ({
  ...who,
  headers: { ...who.headers, 'if-match': `"${version}"` },
});

export const review = (here: TestApp, id: string, track?: string) =>
  here.call('POST', `/api/localities/${id}/gate/reviews`, { track }, ana);

export const decide = (here: TestApp, id: string, decision: object, who: Call = boss) =>
  here.call(
    'POST',
    `/api/localities/${id}/gate/decisions`,
    { outcome: 'advance', reason: 'Listo', ...decision },
    who,
  );

/** Through one gate: everything done, reviewed, and decided by somebody else. */
export async function pass(here: TestApp, id: string, track?: string): Promise<void> {
  await complete(here, id, track);
  await review(here, id, track);
  const decided = await decide(here, id, { track });
  if (decided.status !== 201) throw new Error(JSON.stringify(decided.body));
  await here.settle();
}
