import type { Invitation } from './invitation.ts';
import type { Rendered } from './layout.ts';

/** A mail with what goes beside its text. */
export interface EmailMessage extends Rendered {
  /** For people without an account: where one press ends all mail to them. */
  unsubscribeUrl?: string;
  /** Who reads what is answered to it, by address; the mail's sender when left out. */
  replyTo?: string[];
  /** The session that its reader is to come to, or no longer is, for their calendar. */
  invitation?: Invitation;
  /** Due dates for the reader's calendar, iCalendar (RFC 5545). */
  calendar?: string;
}

/** A mail ready to go. */
export interface PreparedEmail {
  /** The address it goes to. */
  to: string;
  email: EmailMessage;
  /** The commitments it tells of, by id: of those it was queued for, the ones that there was still something to say of. */
  about?: string[];
}
