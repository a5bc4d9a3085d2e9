import * as z from 'zod';
import { DaysOff } from './days-off.ts';
import { Language } from './language.ts';
import { PrivacySettings } from './privacy-notice.ts';
import { ReminderSettings } from './reminder-settings.ts';
import { User, usersIn } from './user.ts';

const isTimeZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const Settings = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,19}$/, 'must be 2 to 20 lower-case letters, digits or hyphens'),
  name: z.string().min(1).max(100),
  state: z.string().min(1).max(100),
  /** Five digits: INEGI's state and municipality codes. */
  inegiCode: z.string().regex(/^\d{5}$/, 'must be the five digits of INEGI'),
  region: z.string().regex(/^[a-z]{2}-[a-z]+-\d$/, 'must be an AWS region'),
  /** Where mail is sent from: SES is missing in some regions. */
  mailRegion: z.string().regex(/^[a-z]{2}-[a-z]+-\d$/, 'must be an AWS region'),
  account: z
    .string()
    .regex(/^\d{12}$/, 'must be the twelve digits of an AWS account')
    .optional(),
  timeZone: z.string().refine(isTimeZone, 'must be a time zone of the IANA database'),
  language: Language.default('es'),
  /** The address mail comes from; its domain must be verified with SES. */
  mailFrom: z.email(),
  /** The domain of the work addresses of staff whose user name is not an address itself. */
  staffMailDomain: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain name'),
  /** Who is told, beside a locality's coordinators, of what happens at its gates, and of what stays late. */
  approvers: z.array(User).max(12).default([]),
  /** Who answers for the installation: what nobody else sees to climbs to them. */
  administrators: z.array(User).max(12).default([]),
  /** After how many working days what stays late is in the digest of the approvers too, and of the administrators. */
  escalation: z
    .strictObject({
      approversAfter: z.int().min(1).max(120).default(5),
      administratorAfter: z.int().min(1).max(240).default(10),
    })
    .prefault({})
    .refine(
      ({ approversAfter, administratorAfter }) => administratorAfter >= approversAfter,
      'administratorAfter must not be before approversAfter',
    ),
  /** Whoever asks for a review does not decide it. */
  fourEyes: z.boolean().default(true),
  /** Days off beside weekends and the official holidays: due dates, plans and reminders go by them. */
  calendar: DaysOff.prefault({}),
  /** When stakeholders are reminded of what they promised. */
  reminders: ReminderSettings.prefault({}),
  /** How mail is kept in bounds. */
  mail: z
    .strictObject({
      /** Only `allowed` addresses are written to; every other mail is kept, not sent. */
      sandbox: z.boolean().default(true),
      allowed: z.array(z.email()).max(100).default([]),
      /** Who reads what stakeholders answer to their mails; unless told, the coordinators of the locality. */
      replyTo: z.email().optional(),
      /** Mails a day, all kinds together; what is beyond waits for the next day. */
      dailyCap: z.int().min(1).max(1_000_000).default(1_000),
      /** The part of it, of one, that mail to staff never uses. */
      stakeholderShare: z.number().min(0).max(1).default(0.5),
      /** How long to wait for word of a mail of which it is unknown whether it was sent. */
      heldMinutes: z.int().min(5).max(1_440).default(60),
    })
    .prefault({}),
  /** What the privacy notice, at `/privacy`, says of this municipality. */
  privacy: PrivacySettings.prefault({}),
  /** Whether everybody may read, without an account, how each locality stands: figures only, nothing of persons. */
  publish: z.boolean().default(false),
  /** Where people reach the pages they need no account for; the address of the interface unless told. */
  publicUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Where alarms go. */
  alarmEmail: z.email().optional(),
  /** `hardened` adds what costs a fixed monthly charge (a customer-managed key). */
  profile: z.enum(['standard', 'hardened']).default('standard'),
});

/**
 * The settings of one municipality, as written in `municipalities/<id>.yaml`; its stacks are made from them. Whoever is named
 * is named by their work address.
 */
export const Municipality = Settings.overwrite((settings) => ({
  ...settings,
  approvers: usersIn(settings, settings.approvers),
  administrators: usersIn(settings, settings.administrators),
}));
export type Municipality = z.infer<typeof Municipality>;
