import { answerCommitment, createCommitment } from '../../domain/commands/commitments.ts';
import { createStakeholder } from '../../domain/commands/stakeholders.ts';
import { type Commitment, commitmentId, commitmentOf, NewCommitment } from '../../domain/commitment.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { NewStakeholder } from '../../domain/stakeholder-input.ts';
import { MailEvents, mailEventDependencies, mailEvents } from '../../functions/events/mail-events.ts';
import { sweep, sweepDependencies } from '../../functions/events/sweep.ts';
import { momentOf } from '../../functions/runtime/clock.ts';
import { commit, commitStakeholder } from '../../store/commit.ts';
import { commitmentStore } from '../../store/commitments.ts';
import { localityStore } from '../../store/localities.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { taskStore } from '../../store/tasks.ts';
import { caller } from './factories.ts';
import { listed } from './listed.ts';
import { programmes } from './programmes.ts';
import { type TestApp, testApp } from './test-app.ts';
import { ana, begin, boss, choose } from './walk.ts';

/** Somebody who promises things. */
export async function person({ table, clock, municipality }: TestApp, id: string, some: object = {}) {
  const asked = NewStakeholder.parse({
    name: `Persona ${id}`,
    sector: 'school',
    email: `${id}@ejemplo.example`,
    ...some,
  });
  const change = createStakeholder(id, asked, caller(), momentOf(clock(), municipality));
  await commitStakeholder(table, change, clock());
  return id;
}

/** A promise of somebody in a locality. */
export async function promise(
  { table, clock, municipality }: TestApp,
  place: string,
  responsible: string,
  dueOn: string,
  some: object = {},
): Promise<string> {
  const locality = await localityStore(table).get(place);
  const stakeholder = await stakeholderStore(table).get(responsible);
  const asked = NewCommitment.parse({ action: `Cumplir el ${dueOn}`, responsible, dueOn, ...some });
  const moment = momentOf(clock(), municipality);
  const change = createCommitment(asked, {
    locality,
    responsible: stakeholder,
    caller: caller(),
    reminders: remindersOf(municipality),
    moment,
  });
  await commit(table, change, clock());
  return commitmentId(change.commitment);
}

/** A commitment as the table holds it. */
export const promised = ({ table }: TestApp, id: string): Promise<Commitment> =>
  commitmentStore(table).get(commitmentOf(id));

/** Whoever is responsible says by their link that they have done it. */
export async function fulfilled(here: TestApp, id: string): Promise<void> {
  const { table, clock, municipality } = here;
  const before = await promised(here, id);
  const locality = await localityStore(table).get(before.locality);
  const moment = momentOf(clock(), municipality);
  const change = answerCommitment(
    before,
    { answer: 'fulfilled', note: undefined },
    { locality, reminders: remindersOf(municipality), moment },
  );
  if (change) await commit(table, change, clock());
}

/** Today's sweep, as the schedule calls it. */
export const swept = ({ table, municipality, clock }: TestApp) =>
  sweep(sweepDependencies(table, municipality, programmes, clock))(momentOf(clock(), municipality).today);

/** A sweep, and all mail it leads to. */
export async function sweptAndSent(here: TestApp) {
  const did = await swept(here);
  await here.settle();
  return did;
}

/** What SES tells, as SNS brings it. */
export async function told({ table, municipality, clock }: TestApp, event: object): Promise<void> {
  const Records = [{ EventSource: 'aws:sns', Sns: { Message: JSON.stringify(event) } }];
  await mailEvents(mailEventDependencies(table, municipality, clock))(MailEvents.parse({ Records }));
}

/** An event about a mail with this tag. */
export const mailEvent = (eventType: string, tag: string, more: object = {}) => ({
  eventType,
  mail: { messageId: 'ses-told', tags: { outbox: [tag] } },
  ...more,
});
export const bounced = (tag: string, emailAddress: string, bounceType = 'Permanent') =>
  mailEvent('Bounce', tag, { bounce: { bounceType, bouncedRecipients: [{ emailAddress }] } });

/** What people have to do, as kind, subject and locality. */
export const tasks = async ({ table }: TestApp) =>
  (await listed(taskStore(table).all())).map(({ kind, subject, locality }) => [kind, subject, locality]);

/** The daily mails to people without an account. */
export const digests = ({ mails }: TestApp) => mails.filter(({ outbox }) => outbox.includes('_digest_'));

/** A person whose promise is due, and whose digest of the day is queued but not sent. */
export async function dueDigest(): Promise<{ here: TestApp; place: string }> {
  const here = await testApp();
  await choose(here, 'at-once', ana, boss);
  const place = await begin(here);
  await choose(here, 'none', ana, boss);
  await person(here, 'rosa');
  await promise(here, place, 'rosa', '2026-01-13');
  await swept(here);
  return { here, place };
}
