import { type Change, workflowActor } from './change.ts';
import type { StakeholderChange } from './commands/stakeholders.ts';
import { isMail } from './mail.ts';
import type { Municipality } from './municipality.ts';

/** Whom a mail is for, as the room of a day is shared out: people of the staff, or those who promised something. */
export type MailAudience = 'staff' | 'stakeholders';

/** How many mails may leave on a day: of all kinds, and of these to staff. */
export interface DayBounds {
  all: number;
  staff: number;
}

/**
 * The day's room for mail. A share of it is kept for stakeholders, whom nothing else reaches; staff get what is over, and
 * one mail at least, since somebody has to hear of what is to be done. Stakeholders may use all of it.
 */
export const dayBounds = ({
  mail: { dailyCap, stakeholderShare },
}: {
  mail: Pick<Municipality['mail'], 'dailyCap' | 'stakeholderShare'>;
}): DayBounds => ({
  all: dailyCap,
  staff: Math.max(1, dailyCap - Math.floor(dailyCap * stakeholderShare)),
});

/**
 * How many mails one actor may cause within an hour: by what they do in one locality, and by all that they do in none yet (a
 * locality they begin, an address they correct). The latter is as many as an office enters by hand when it begins.
 */
export const mostOfHour = { inLocality: 200, elsewhere: 2_000 } as const;

/** How many mails somebody causes, and in which locality. */
export interface CausedMails {
  actor: string;
  locality?: string;
  mails: number;
}

const isOpening = ({ event, outbox }: Pick<Change, 'event' | 'outbox'>) =>
  event.action === 'locality-created' && outbox.some(({ kind }) => kind === 'start-execution');

/**
 * The mails that a change calls for, by whoever made it. A locality that begins calls for none itself, but its coordinators
 * are told once its first stage opens. What the workflow and the schedule do follows from what somebody did before.
 */
export function mailsCausedBy(change: Pick<Change, 'locality' | 'event' | 'outbox'>): CausedMails[] {
  const { actor } = change.event;
  if (actor === workflowActor) return [];
  const { id, coordinators } = change.locality;
  if (isOpening(change)) return [{ actor, mails: coordinators.filter((name) => name !== actor).length }];
  return [{ actor, locality: id, mails: change.outbox.filter(isMail).length }];
}

/** The same of a change of a person, who belongs to as many localities as they like. */
export const mailsCausedByPerson = ({
  event: { actor },
  mails = [],
}: Pick<StakeholderChange, 'event' | 'mails'>): CausedMails[] =>
  actor === workflowActor ? [] : [{ actor, mails: mails.length }];

/** One sum for each actor and locality; what is none is left out. */
export function sumsOfCaused(caused: readonly CausedMails[]): CausedMails[] {
  const groups = Map.groupBy(caused, ({ actor, locality }) => JSON.stringify([actor, locality]));
  return [...groups.values()].flatMap(([first, ...more]) => {
    const mails = (first?.mails ?? 0) + more.reduce((sum, one) => sum + one.mails, 0);
    return first && mails > 0 ? [{ ...first, mails }] : [];
  });
}
