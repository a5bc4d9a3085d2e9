import * as z from 'zod';
import { EnteredDate, Instant, LocalDate } from './calendar.ts';
import { supportingProgrammes } from './catalogue.ts';
import { Evidence, NewEvidence } from './evidence.ts';
import { freeText } from './free-text.ts';
import { LocalityId } from './locality-id.ts';
import { Sector, StakeholderId } from './stakeholder.ts';

/** `<locality>.<number>`: the number counts within the locality. */
export const CommitmentId = z.string().regex(/^[0-9a-z-]{1,60}\.\d{1,6}$/, 'is not the id of a commitment');

export const CommitmentStatus = z.enum(['pending', 'in-progress', 'fulfilled', 'cancelled']);
export type CommitmentStatus = z.infer<typeof CommitmentStatus>;

export const SupportingProgramme = z.enum(supportingProgrammes.map(({ key }) => key));
export type SupportingProgramme = z.infer<typeof SupportingProgramme>;
/** The policy areas of Todos Somos Juárez, by which actions and budgets are rolled up. */
export const PolicyArea = z.enum([
  'security',
  'economic-development',
  'employment',
  'health',
  'education-culture-sports',
  'social-development',
]);
export type PolicyArea = z.infer<typeof PolicyArea>;

/** An amount of money, in units of its currency (pesos, not millions of them). */
export const Budget = z.strictObject({
  amount: z.number().min(0).max(1e12),
  currency: z.enum(['MXN', 'USD']).default('MXN'),
});

/** A calendar day, or `null` where it is not known or is taken away. */
export const DayOrNone = EnteredDate.nullable();

const details = {
  /** What was promised. Never about victims or other persons. */
  action: freeText(500).min(1),
  responsible: StakeholderId,
  coResponsible: z.array(StakeholderId).max(20),
  supportingProgramme: SupportingProgramme,
  policyArea: PolicyArea,
  dueOn: EnteredDate,
  budget: Budget,
  status: CommitmentStatus,
  /** Per cent. */
  progress: z.int().min(0).max(100),
  /** The day it was kept. */
  fulfilledOn: EnteredDate,
  note: freeText(2_000),
  evidence: z.array(NewEvidence).max(10),
};

export const NewCommitment = z.strictObject({
  ...details,
  /** Blanks are accepted and flagged: the gate asks for them, not the form. */
  responsible: details.responsible.optional(),
  coResponsible: details.coResponsible.default([]),
  supportingProgramme: details.supportingProgramme.optional(),
  policyArea: details.policyArea.optional(),
  dueOn: details.dueOn.optional(),
  budget: details.budget.optional(),
  status: details.status.default('pending'),
  progress: details.progress.default(0),
  /** `null` where it is fulfilled since a day that nobody knows. */
  fulfilledOn: DayOrNone.optional(),
  note: details.note.optional(),
  evidence: details.evidence.default([]),
});
export type NewCommitment = z.infer<typeof NewCommitment>;

/**
 * Every field that people write down of a commitment. Where one is shown, read or written is a record over this union,
 * so that another field is missed nowhere.
 */
export const CommitmentField = NewCommitment.keyof();
export type CommitmentField = z.infer<typeof CommitmentField>;
/** All the fields of something by a commitment's field: each is named, and may be `undefined` where it may be blank. */
export type EveryField<Of extends { [Field in CommitmentField]?: unknown }> = {
  [Field in CommitmentField]: Of[Field];
};

/** `null` takes away what was written down: who is responsible, until when, at what cost, since when it is kept. */
export const CommitmentEdit = z
  .strictObject({
    ...details,
    responsible: details.responsible.nullable(),
    supportingProgramme: details.supportingProgramme.nullable(),
    policyArea: details.policyArea.nullable(),
    dueOn: DayOrNone,
    budget: details.budget.nullable(),
    fulfilledOn: DayOrNone,
    note: details.note.nullable(),
  })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'nothing-to-change');
export type CommitmentEdit = z.infer<typeof CommitmentEdit>;

/** An action somebody promised in a locality's commitment matrix. */
export const Commitment = z.object({
  ...NewCommitment.shape,
  // What is stored may be older than the rules of what is sent.
  action: z.string(),
  note: z.string().optional(),
  evidence: z.array(Evidence).default([]),
  dueOn: LocalDate.optional(),
  fulfilledOn: LocalDate.optional(),
  locality: LocalityId,
  number: z.int().min(1),
  /**
   * The sector of whoever is responsible, so that a matrix is judged without its people: as it was when they were named.
   * A gate was decided on it, so it does not change when they change theirs; naming them again takes over what is now.
   */
  sector: Sector.optional(),
  /** When its responsible is written to next; absent when nobody is to be written to about it. */
  remindOn: LocalDate.optional(),
  /** When they were last written to about it. */
  remindedOn: LocalDate.optional(),
  /** When reminding was given up and the coordinator took over. */
  escalatedOn: LocalDate.optional(),
  /** What the responsible last said of it by a link. */
  answer: z
    .object({
      answer: z.enum(['fulfilled', 'in-progress', 'cannot']),
      note: z.string().optional(),
      at: Instant,
      /** How it stood before they first answered, so that an answer given by mistake can be taken back. */
      from: z.object({ status: CommitmentStatus, progress: z.int() }),
    })
    .optional(),
  createdAt: Instant,
  /** The locality's revision at which it last changed. */
  revision: z.int().min(1),
  /** Raised by every write of the commitment. */
  writes: z.int().min(1),
});
export type Commitment = z.infer<typeof Commitment>;

export const commitmentId = ({ locality, number }: Pick<Commitment, 'locality' | 'number'>) =>
  `${locality}.${number}`;

/** What was written down of a commitment, without what Etapas keeps beside it. */
export const fieldsOf = (commitment: Commitment): EveryField<Commitment> => ({
  action: commitment.action,
  responsible: commitment.responsible,
  coResponsible: commitment.coResponsible,
  supportingProgramme: commitment.supportingProgramme,
  policyArea: commitment.policyArea,
  dueOn: commitment.dueOn,
  budget: commitment.budget,
  status: commitment.status,
  progress: commitment.progress,
  fulfilledOn: commitment.fulfilledOn,
  note: commitment.note,
  evidence: commitment.evidence,
});

/** Still to be kept: neither fulfilled nor cancelled. */
export const isOpen = ({ status }: Pick<Commitment, 'status'>) =>
  status === 'pending' || status === 'in-progress';

/** What the id of a commitment names. */
export function commitmentOf(id: string): Pick<Commitment, 'locality' | 'number'> {
  const dot = id.lastIndexOf('.');
  return { locality: id.slice(0, dot), number: Number(id.slice(dot + 1)) };
}
