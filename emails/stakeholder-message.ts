import type { AddressRecord } from '../domain/address.ts';
import type { Moment } from '../domain/change.ts';
import type { Commitment } from '../domain/commitment.ts';
import type { Locality } from '../domain/locality.ts';
import type { StakeholderMailKind, StakeholderMailOf } from '../domain/mail.ts';
import type { Municipality } from '../domain/municipality.ts';
import type { Contact, Stakeholder } from '../domain/stakeholder.ts';
import type { Line } from '../domain/work/line.ts';
import type { Session } from '../domain/work/session.ts';
import type { EmailMessage } from './email-message.ts';

/** What a mail to a stakeholder may be made from, as it is when the mail is sent. The functions have read it from the table. */
export interface StakeholderMailFacts {
  moment: Moment;
  municipality: Municipality;
  /** Where the outside reaches the municipality's pages. */
  publicUrl: string;
  stakeholder(id: string): Stakeholder | undefined;
  contact(id: string): Contact | undefined;
  /** What is known of an address, by the key that the register has of it. */
  address(addressKey: string): AddressRecord;
  /** Those of the commitments the mail was queued for that are there. */
  commitments(keys: readonly Pick<Commitment, 'locality' | 'number'>[]): Commitment[];
  /** The session that the mail was queued for, if it is there. */
  session(id: string): Session | undefined;
  /** The localities of these, by id. */
  localities: ReadonlyMap<string, Locality>;
  /** Of the plan lines with these ids those that are there. */
  lines(ids: readonly string[]): Line[];
  /** The address of a page that is open to whoever holds it. */
  personalLink(page: 'commitments' | 'unsubscribe', stakeholder: Stakeholder): Promise<string>;
}

/** Somebody who is written to. */
export interface StakeholderReader {
  stakeholder: Stakeholder;
  name: string;
  /** The pages that are theirs alone. */
  links: { commitments: string; unsubscribe: string };
}

/** What a kind of mail says to somebody, and of which commitments by id, where it is about any. */
export interface StakeholderEmail extends EmailMessage {
  about?: string[];
}

/** One kind of mail to somebody who promised something. Its buttons lead to pages of their own. */
export interface StakeholderMailModule<Kind extends StakeholderMailKind> {
  /** The address it goes to; the one that somebody has now when left out. */
  to?(mail: StakeholderMailOf<Kind>): string;
  /** Whether somebody with an address is written to at all. Where not, the mail ends on its own. */
  reaches(
    stakeholder: Stakeholder,
    mail: StakeholderMailOf<Kind>,
    facts: Pick<StakeholderMailFacts, 'address'>,
  ): boolean;
  /** What it says of how things stand; `undefined` where nothing is left to say, and the mail ends on its own. */
  email(
    mail: StakeholderMailOf<Kind>,
    reader: () => Promise<StakeholderReader>,
    facts: StakeholderMailFacts,
  ): Promise<StakeholderEmail | undefined>;
}
