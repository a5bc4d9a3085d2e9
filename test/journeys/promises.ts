import * as z from 'zod';
import { addDays, type LocalDate, localDate } from '../../domain/calendar.ts';
import { officialCalendar } from '../../domain/work-calendar.ts';
import { type ApiClient, apiClient, type Person } from '../../local/api-client.ts';
import { walkthrough } from '../../local/walkthrough.ts';

const coordinator: Person = { user: 'ana.lopez@juarez.example', role: 'coordinator' };
const approver: Person = { user: 'direccion@juarez.example', role: 'administrator' };
const sectors = ['social', 'school', 'government', 'business', 'religious', 'community'];
const zone = 'America/Ciudad_Juarez';

const people = 10;
const promises = 40;
const months = 6;
/** The ladder of the example municipality: days from the due date, then weekly, then the coordinator takes over. */
const ladder = [-14, -7, -1, 0, 3, 7, 14, 21, 28, 35];

const Created = z.object({ id: z.string() });
const Moved = z.object({ now: z.string() });
const Mailbox = z.array(
  z.object({ to: z.array(z.string()), subject: z.string(), sentAt: z.string(), text: z.string() }),
);
const Commitments = z.object({ items: z.array(z.object({ id: z.string(), status: z.string() })) });
const History = z.object({
  items: z.array(z.object({ actor: z.string(), action: z.string() })),
  nextCursor: z.string().optional(),
});
const Tasks = z.object({ items: z.array(z.object({ kind: z.string() })) });

interface Promised {
  id: string;
  person: number;
  dueOn: LocalDate;
  /** The day on which it was said to be done. */
  doneOn?: LocalDate;
}

/** Who was written to on which day: `person day`, of stakeholders only. */
export interface Kept {
  sent: string[];
  expected: string[];
  history: { actor: string; action: string }[];
  tasks: string[];
  open: number;
}

const addressOf = (person: number) => `persona${person}@barrio.example`;

/** The days on which the ladder asks for a mail, from a day on until it is said to be done or `last` has passed. */
function remindedOn({ dueOn, doneOn }: Promised, from: LocalDate, last: LocalDate): LocalDate[] {
  const { onOrBefore, onOrAfter } = officialCalendar;
  const rungs = ladder.map((days) => (days > 0 ? onOrAfter : onOrBefore)(addDays(dueOn, days)));
  const days = [...new Set(rungs)];
  return days.filter((day) => day >= from && day <= last && (!doneOn || day <= doneOn));
}

async function answer(url: string, link: string, commitment: string): Promise<void> {
  const page = await fetch(`${url}${new URL(link).pathname}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ commitment, answer: 'fulfilled', note: 'Listo' }).toString(),
  });
  if (!page.ok) throw new Error(`the answer was refused: ${page.status} ${await page.text()}`);
}

/** Forty promises of ten people over six months: what they were sent, and what the ladder asks for. */
export async function keepPromises(url: string, say: (line: string) => void): Promise<Kept> {
  const api: ApiClient = apiClient(url);
  const asCoordinator = api.as(coordinator);
  const steps = walkthrough(api, { coordinator, approver });
  const { id: locality } = await steps.begin('Riberas del Bravo', 'convivir-mejor');
  // At noon the day's reminders are out, whatever the hour at which this is run.
  const { now } = await api.local(Moved, 'POST', '/local/clock', { advance: 'P1D' });
  const started = addDays(localDate(new Date(now), zone), 1);
  await api.local(Moved, 'POST', '/local/clock', { now: `${started}T12:00:00-07:00` });

  const stakeholders: string[] = [];
  for (let person = 0; person < people; person += 1) {
    const somebody = {
      name: `Persona ${person}`,
      sector: sectors[person % sectors.length],
      email: addressOf(person),
      language: person % 3 === 0 ? 'en' : 'es',
      localities: [locality],
    };
    stakeholders.push((await asCoordinator(Created, 'POST', '/api/stakeholders', somebody)).id);
  }
  const matrix: Promised[] = [];
  for (let number = 0; number < promises; number += 1) {
    const person = number % people;
    const dueOn = addDays(started, 25 + number * 3);
    const commitment = { action: `Acción ${number}`, responsible: stakeholders[person], dueOn };
    const { id } = await asCoordinator(
      Created,
      'POST',
      `/api/localities/${locality}/commitments`,
      commitment,
    );
    matrix.push({ id, person, dueOn });
  }

  // Month by month; at each month's end half of the people who were written to say by their link that it is done.
  const mailsTo = async (person: number) =>
    api.local(Mailbox, 'GET', `/local/mailbox?to=${addressOf(person)}`);
  let today = started;
  for (let month = 1; month <= months; month += 1) {
    today = localDate(
      new Date((await api.local(Moved, 'POST', '/local/clock', { advance: 'P30D' })).now),
      zone,
    );
    for (let person = 0; person < people; person += 2) {
      const link = /https?:\/\/\S+\/c\/[\w.-]+/.exec((await mailsTo(person)).at(-1)?.text ?? '')?.[0];
      if (!link) continue;
      for (const one of matrix.filter(
        (promise) => promise.person === person && !promise.doneOn && promise.dueOn <= addDays(today, 10),
      )) {
        await answer(url, link, one.id);
        one.doneOn = today;
      }
    }
    say(`  ${today}: ${matrix.filter(({ doneOn }) => doneOn).length} of ${promises} promises kept`);
  }

  const sent: string[] = [];
  for (let person = 0; person < people; person += 1) {
    const days = (await mailsTo(person)).map(({ sentAt }) => localDate(new Date(sentAt), zone));
    sent.push(...days.map((day) => `${addressOf(person)} ${day}`));
    say(`  ${addressOf(person)}: ${days.join(' ')}`);
  }
  const expected = new Set(
    matrix.flatMap((promise) =>
      remindedOn(promise, addDays(started, 1), today).map((day) => `${addressOf(promise.person)} ${day}`),
    ),
  );
  const history: Kept['history'] = [];
  for (let cursor: string | undefined = '0'; cursor !== undefined; ) {
    const page: z.infer<typeof History> = await asCoordinator(
      History,
      'GET',
      `/api/localities/${locality}/history?cursor=${cursor}`,
    );
    history.push(...page.items);
    cursor = page.nextCursor;
  }
  const { items } = await asCoordinator(Commitments, 'GET', `/api/localities/${locality}/commitments`);
  const tasks = await asCoordinator(Tasks, 'GET', '/api/tasks');
  return {
    sent: sent.sort(),
    expected: [...expected].sort(),
    history,
    tasks: tasks.items.map(({ kind }) => kind),
    open: items.filter(({ status }) => status !== 'fulfilled').length,
  };
}
