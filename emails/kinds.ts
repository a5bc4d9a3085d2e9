import type { StaffMailKind, StakeholderMailKind } from '../domain/mail.ts';
import { addressChanged } from './address-changed.ts';
import { convocation } from './convocation.ts';
import { digest } from './digest.ts';
import { freshLink } from './fresh-link.ts';
import { gateDecided } from './gate-decided.ts';
import { overrideUsed } from './override-used.ts';
import { programmeCompleted } from './programme-completed.ts';
import { reviewRequested } from './review-requested.ts';
import { reviewVoid } from './review-void.ts';
import type { StaffMailModule } from './staff-message.ts';
import { stageOpened } from './stage-opened.ts';
import type { StakeholderMailModule } from './stakeholder-message.ts';

/** Every kind of mail that the domain knows, by its name there: a kind without a module does not compile. */

export const staffMails: { [Kind in StaffMailKind]: StaffMailModule<Kind> } = {
  'stage-opened': stageOpened,
  'review-requested': reviewRequested,
  'review-void': reviewVoid,
  'gate-decided': gateDecided,
  'override-used': overrideUsed,
  'programme-completed': programmeCompleted,
};

export const stakeholderMails: { [Kind in StakeholderMailKind]: StakeholderMailModule<Kind> } = {
  digest,
  'fresh-link': freshLink,
  'address-changed': addressChanged,
  convocation,
};
