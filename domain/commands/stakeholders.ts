import { type AddressRecord, foldAddress, type Suppression, suppressionOf } from '../address.ts';
import type { StakeholderEvent } from '../audit-events.ts';
import type { Caller } from '../caller.ts';
import { bumpRevision, type Moment } from '../change.ts';
import { Problem } from '../errors.ts';
import type { StakeholderMail } from '../mail.ts';
import { applyPatch } from '../patch.ts';
import type { Contact, Stakeholder } from '../stakeholder.ts';
import type { NewStakeholder, StakeholderEdit } from '../stakeholder-input.ts';

/** All that a command about a stakeholder writes. */
export interface StakeholderChange {
  /** As they are to be, one revision further than they were read. */
  stakeholder: Stakeholder;
  /** What identifies them from now on; `null` erases it. */
  contact?: Contact | null;
  /** As they were read; absent where they are new. */
  was?: Stakeholder;
  /** What the register of addresses learns of theirs: why not to write to it, or that its owner took the wish back. */
  mark?: Suppression | 'lifted';
  /** What identified them before, where that changes: they are not to be found by it any more. */
  formerly?: Contact;
  /** The mails it calls for. */
  mails?: StakeholderMail[];
  /** What their own history tells of it: it names fields, never what identifies the person. */
  event: StakeholderEvent;
}

/** Somebody who may promise something is recorded. */
export function createStakeholder(
  id: string,
  { name, organization, email, consent, ...known }: NewStakeholder,
  caller: Caller,
  { now }: Moment,
): StakeholderChange {
  const contact: Contact = { name, organization, email, consent };
  const stakeholder: Stakeholder = {
    ...known,
    id,
    reachable: email !== undefined,
    linkVersion: 1,
    createdAt: now,
    createdBy: caller.user,
    headHash: '',
    revision: 1,
  };
  return {
    stakeholder,
    contact,
    event: { actor: caller.user, action: 'stakeholder-created', detail: { sector: known.sector } },
  };
}

const foldedOf = (email: string | undefined) => email && foldAddress(email);

/**
 * What is known of a stakeholder is corrected. Whether they are written to from then on is for the register to say of the
 * address they have then. Links to another address are dead, and the one they had is told; the same in other letters is no
 * other.
 */
export function editStakeholder(
  before: Stakeholder,
  contact: Contact | undefined,
  edit: StakeholderEdit,
  caller: Caller,
): StakeholderChange {
  if (before.erasedOn || !contact) throw new Problem('erased');
  const { name, organization, email, consent, level, ...known } = edit;
  const changed: Contact = {
    name: name ?? contact.name,
    organization: applyPatch(organization, contact.organization),
    email: applyPatch(email, contact.email),
    consent: applyPatch(consent, contact.consent),
  };
  const moved = foldedOf(changed.email) !== foldedOf(contact.email);
  return {
    was: before,
    stakeholder: bumpRevision(before, {
      ...known,
      level: applyPatch(level, before.level),
      reachable: changed.email !== undefined,
      ...(moved ? { suppressed: undefined, linkVersion: before.linkVersion + 1 } : {}),
    }),
    contact: changed,
    formerly: contact,
    mails: moved && contact.email ? [addressChanged(before, contact.email)] : [],
    event: { actor: caller.user, action: 'stakeholder-edited', detail: { fields: Object.keys(edit).sort() } },
  };
}

/** So many of somebody's localities have coordinators enough to answer them. */
const mostAnswering = 3;

const addressChanged = ({ id, addressKey, localities }: Stakeholder, formerly: string): StakeholderMail => ({
  kind: 'address-changed',
  stakeholder: id,
  formerly,
  localities: localities.slice(0, mostAnswering),
  addressKey,
});

/** What identifies a stakeholder is erased on request (ARCO); what was promised stays, without a name. */
export function eraseStakeholder(
  before: Stakeholder,
  contact: Contact | undefined,
  caller: Caller,
  { today }: Moment,
): StakeholderChange {
  if (before.erasedOn) throw new Problem('erased');
  return {
    was: before,
    stakeholder: bumpRevision(before, {
      reachable: false,
      erasedOn: today,
      suppressed: undefined,
      linkVersion: before.linkVersion + 1,
    }),
    contact: null,
    formerly: contact,
    event: { actor: caller.user, action: 'stakeholder-erased', detail: {} },
  };
}

/** What is known of somebody's address where the register has not been asked: what they bear themselves. */
export const ownRecord = ({ suppressed }: Stakeholder): AddressRecord => ({
  holders: [],
  ...(suppressed ? { [suppressed.reason]: suppressed.at } : {}),
});

/**
 * Nobody writes to this address any more: it bounced, its owner complained, or asked not to be written to. `undefined`
 * where that is known, of the address by `record` and of the person.
 */
export function suppressStakeholder(
  before: Stakeholder,
  reason: Suppression['reason'],
  actor: string,
  { now }: Moment,
  record: AddressRecord = ownRecord(before),
): StakeholderChange | undefined {
  const at = record[reason] ?? now;
  const suppressed = suppressionOf({ ...record, [reason]: at });
  if (record[reason] && before.suppressed?.reason === suppressed?.reason) return undefined;
  return {
    was: before,
    mark: { reason, at },
    stakeholder: bumpRevision(before, { suppressed }),
    event: { actor, action: 'stakeholder-suppressed', detail: { reason } },
  };
}

/** Whoever asked not to be written to wants to be again; what bounced or was complained about stays as it is. */
export function subscribeAgain(
  before: Stakeholder,
  actor: string,
  record: AddressRecord = ownRecord(before),
): StakeholderChange | undefined {
  if (!record.unsubscribed && before.suppressed?.reason !== 'unsubscribed') return undefined;
  return {
    was: before,
    mark: 'lifted',
    stakeholder: bumpRevision(before, { suppressed: suppressionOf({ ...record, unsubscribed: undefined }) }),
    event: { actor, action: 'stakeholder-subscribed-again', detail: {} },
  };
}

/** Every link this person was ever sent is dead from now on. */
export function revokeLinks(before: Stakeholder, caller: Caller): StakeholderChange {
  const linkVersion = before.linkVersion + 1;
  return {
    was: before,
    stakeholder: bumpRevision(before, { linkVersion }),
    event: { actor: caller.user, action: 'links-revoked', detail: { linkVersion } },
  };
}
