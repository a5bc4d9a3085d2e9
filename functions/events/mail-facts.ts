import type { AddressRecord } from '../../domain/address.ts';
import { Commitment, commitmentOf } from '../../domain/commitment.ts';
import type { Locality } from '../../domain/locality.ts';
import { commitmentsOf, isToStaff } from '../../domain/mail.ts';
import { Contact, Stakeholder } from '../../domain/stakeholder.ts';
import { municipal, partsOf } from '../../domain/work/board.ts';
import { Line } from '../../domain/work/line.ts';
import { Session, sessionParts } from '../../domain/work/session.ts';
import { addressIn, addressItemKey, asRegistered } from '../../store/address-register.ts';
import { type CommitmentKey, commitmentKey } from '../../store/commitments.ts';
import { localityIn, localityKey } from '../../store/localities.ts';
import { type OutboxKey, ownerOf, type PendingMail } from '../../store/outbox-entry.ts';
import { batchRead, type Item } from '../../store/read.ts';
import { StaffProfile, staffKey } from '../../store/staff.ts';
import { contactKey, stakeholderKey } from '../../store/stakeholders.ts';
import type { Table } from '../../store/transaction.ts';
import { lineKey, sessionKey } from '../../store/work.ts';

/** What the mails of an entry are made from, as it was a moment ago. */
export interface MailFacts {
  profile(user: string): StaffProfile | undefined;
  /** Suppressed as the register of addresses has it. */
  stakeholder(id: string): Stakeholder | undefined;
  contact(id: string): Contact | undefined;
  /** What is known of an address, by its key in the register. */
  address(addressKey: string): AddressRecord;
  commitments(keys: readonly CommitmentKey[]): Commitment[];
  session(id: string): Session | undefined;
  localities: ReadonlyMap<string, Locality>;
  /** Of the plan lines with these ids those that are there. */
  lines(ids: readonly string[]): Line[];
}

const nameOf = ({ pk, sk }: Item) => `${pk} ${sk}`;

/** A session, and the locality whose coordinators read what is answered. */
function sessionKeys(id: string): Item[] {
  const at = sessionParts(id);
  return [sessionKey(at), ...(at.board === municipal ? [] : [localityKey(at.board)])];
}

function keysFor({ message }: PendingMail): Item[] {
  if (isToStaff(message)) return [staffKey(message.to)];
  const commitments = commitmentsOf(message).map(commitmentOf);
  const lines = 'reports' in message ? (message.reports ?? []).map(partsOf) : [];
  return [
    stakeholderKey(message.stakeholder),
    contactKey(message.stakeholder),
    ...('addressKey' in message && message.addressKey ? [addressItemKey(message.addressKey)] : []),
    ...('session' in message ? sessionKeys(message.session) : []),
    ...('localities' in message ? message.localities.map(localityKey) : []),
    ...commitments.map(commitmentKey),
    ...lines.map(lineKey),
    ...lines.filter(({ board }) => board !== municipal).map(({ board }) => localityKey(board)),
    ...commitments.map(({ locality }) => localityKey(locality)),
  ];
}

/** The addresses that people have whose mails were queued by another, or before they were entered. */
function addressesOf(items: Iterable<Item>, asked: ReadonlySet<unknown>): Item[] {
  const keys = [...items].flatMap(({ entity, addressKey }) =>
    entity === 'stakeholder' && typeof addressKey === 'string' ? [addressItemKey(addressKey)] : [],
  );
  return [...new Map(keys.map((key) => [key.pk, key])).values()].filter(({ pk }) => !asked.has(pk));
}

/**
 * Reads at once all that mails are made from, and the locality whose history will tell of them, where `entry` is one of a
 * locality's.
 */
export async function readMailFacts(
  table: Table,
  mails: readonly PendingMail[],
  entry: OutboxKey | undefined,
): Promise<MailFacts> {
  const owner = entry && ownerOf(entry);
  const asked = mails.flatMap(keysFor);
  if (owner && 'locality' in owner) asked.push(localityKey(owner.locality));
  const keys = [...new Map(asked.map((key) => [nameOf(key), key])).values()];
  const items = new Map((await batchRead(table, keys)).map((item) => [nameOf(item), item]));
  const addresses = addressesOf(items.values(), new Set(keys.map(({ pk }) => pk)));
  for (const item of await batchRead(table, addresses)) items.set(nameOf(item), item);
  const localities = [...items.values()].flatMap((item) =>
    item.entity === 'locality' ? [localityIn(item)] : [],
  );
  const found = (key: Item) => items.get(nameOf(key));
  return {
    profile: (user) => StaffProfile.optional().parse(found(staffKey(user))),
    stakeholder(id) {
      const known = Stakeholder.optional().parse(found(stakeholderKey(id)));
      return known?.addressKey
        ? asRegistered(known, addressIn(found(addressItemKey(known.addressKey))))
        : known;
    },
    address: (addressKey) => addressIn(found(addressItemKey(addressKey))),
    contact: (id) => Contact.optional().parse(found(contactKey(id))),
    commitments: (wanted) =>
      wanted.flatMap((key) => {
        const item = found(commitmentKey(key));
        return item ? [Commitment.parse(item)] : [];
      }),
    lines: (ids) =>
      ids.flatMap((id) => {
        const item = found(lineKey(partsOf(id)));
        return item ? [Line.parse(item)] : [];
      }),
    session: (id) => Session.optional().parse(found(sessionKey(sessionParts(id)))),
    localities: new Map(localities.map((one) => [one.id, one])),
  };
}
