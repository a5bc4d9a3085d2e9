import * as z from 'zod';
import { type ApiClient, apiClient, type Person } from '../../local/api-client.ts';
import {
  type GateState,
  type LocalityState,
  type Walkthrough,
  walkthrough,
} from '../../local/walkthrough.ts';
import { dataFolder, startEtapas } from '../support/etapas-process.ts';
import { livePlan } from './municipal-plan.ts';
import { keepPromises } from './promises.ts';

const coordinator: Person = { user: 'ana.lopez@juarez.example', role: 'coordinator' };
const approver: Person = { user: 'direccion@juarez.example', role: 'administrator' };

const Programmes = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.object({ es: z.string() }),
      stages: z.array(
        z.object({
          key: z.string(),
          name: z.object({ es: z.string() }),
          tracks: z.array(z.object({ key: z.string(), name: z.object({ es: z.string() }) })).optional(),
        }),
      ),
    }),
  ),
});
type Programme = z.infer<typeof Programmes>['items'][number];

const Mailbox = z.array(
  z.object({ id: z.string(), to: z.array(z.string()), subject: z.string(), sentAt: z.string() }),
);
const History = z.object({ items: z.array(z.object({ action: z.string() })) });

/** What one locality went through. */
export interface Walked {
  locality: LocalityState;
  /** Stages and tracks in the order in which their gates were passed. */
  passed: string[];
  /** The gates that were open at once, as often as it was looked. */
  openTogether: string[][];
  /** What somebody was to act on at once. */
  mails: { to: string[]; subject: string }[];
  /** The digests to staff: to whom, and when. */
  digests: { to: string[]; sentAt: string }[];
  actions: string[];
}

const nameOf = ({ stages }: Programme, at: { stage: string; track?: string }) => {
  const stage = stages.find(({ key }) => key === at.stage);
  const track = stage?.tracks?.find(({ key }) => key === at.track);
  return track ? `${stage?.name.es} · ${track.name.es}` : (stage?.name.es ?? at.stage);
};

function seenAt(gate: GateState): string[] {
  return [
    ...gate.criteria.map(({ met, detail }) => `     ${met ? '✓' : '✗'} ${detail}`),
    ...gate.missing.map(({ what }) => `       falta: ${what}`),
  ];
}

/** The subject of a digest to staff says how many things it tells of. */
export const isDigestSubject = (subject: string) => /^\d/.test(subject);

const settled = (api: ApiClient, advance: string) =>
  api.local(z.object({ now: z.string() }), 'POST', '/local/clock', { advance });

/** Takes one locality of a programme through all its gates, saying what a coordinator sees and who is written to. */
async function walk(api: ApiClient, programme: Programme, say: (line: string) => void): Promise<Walked> {
  const steps: Walkthrough = walkthrough(api, { coordinator, approver });
  const read = new Set((await api.local(Mailbox, 'GET', '/local/mailbox')).map(({ id }) => id));
  const walked: Omit<Walked, 'locality' | 'actions'> = {
    passed: [],
    openTogether: [],
    mails: [],
    digests: [],
  };
  const tellMails = async () => {
    for (const { id, to, subject, sentAt } of await api.local(Mailbox, 'GET', '/local/mailbox')) {
      if (read.has(id)) continue;
      read.add(id);
      if (isDigestSubject(subject)) walked.digests.push({ to, sentAt });
      else walked.mails.push({ to, subject });
      say(`     ✉ ${to.join(', ')}: ${subject}`);
    }
  };

  say(`\n${programme.name.es}: ${programme.stages.length} etapas`);
  const { id } = await steps.begin(`Colonia de ${programme.name.es}`, programme.id);
  await settled(api, 'PT1S');
  await tellMails();
  for (;;) {
    const locality = await steps.locality(id);
    const [gate] = locality.current;
    if (!gate) {
      const { items } = await api.as(coordinator)(History, 'GET', `/api/localities/${id}/history`);
      return { ...walked, locality, actions: items.map(({ action }) => action) };
    }
    walked.openTogether.push(locality.current.map(({ stage, track }) => track ?? stage));
    say(`\n  ${nameOf(programme, gate)} (meta ${gate.targetOn}, generación ${locality.generation})`);
    const seen = await steps.gate(id, gate.track);
    for (const line of seenAt(seen)) say(line);
    await steps.complete(id, seen);
    await settled(api, 'P40D');
    for (const line of seenAt(await steps.gate(id, gate.track))) say(line);
    await steps.review(id, gate.track, 'Todo listo.');
    await settled(api, 'P1D');
    await steps.decide(id, { outcome: 'advance', reason: 'Se cumplen los criterios.', track: gate.track });
    await settled(api, 'PT1S');
    walked.passed.push(gate.track ?? gate.stage);
    await tellMails();
  }
}

/** Takes a locality of each programme through all its stages against a running Etapas. */
export async function journey(url: string, say: (line: string) => void): Promise<Walked[]> {
  const api = apiClient(url);
  const { items } = await api.as(coordinator)(Programmes, 'GET', '/api/programmes');
  const walked: Walked[] = [];
  for (const programme of items) walked.push(await walk(api, programme, say));
  return walked;
}

if (import.meta.main) {
  const etapas = await startEtapas('--empty', '--port', '0', '--data', dataFolder());
  try {
    for (const { locality, passed, mails } of await journey(etapas.url, console.log))
      console.log(
        `\n${locality.name}: ${locality.status}, ${passed.length} gates passed, ${mails.length} mails`,
      );
    console.log('\nForty promises of ten people over six months: who was written to when');
    const { sent, expected } = await keepPromises(etapas.url, console.log);
    const right = sent.join() === expected.join();
    console.log(
      `  ${sent.length} reminders, ${right ? 'exactly those' : 'not those'} that the ladder asks for`,
    );
    console.log('\nThree years of a municipality’s plan: what was done against what was promised');
    await livePlan(etapas.url, console.log);
  } finally {
    await etapas.stop();
  }
}
