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
