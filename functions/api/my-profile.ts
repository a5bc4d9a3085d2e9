import * as z from 'zod';
import { LocalDate } from '../../domain/calendar.ts';
import { DaysOff } from '../../domain/days-off.ts';
import { Language } from '../../domain/language.ts';
import { MailChoice, usualMails } from '../../domain/mail-choice.ts';
import { policies, Role } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { checkIfMatch, noInput, route } from './route.ts';

const Profile = z.object({
  user: z.string(),
  roles: z.array(Role),
  language: Language,
  /** Which mails they chose to be sent. */
  mails: MailChoice,
  municipality: z.object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    fourEyes: z.boolean(),
    /** Who is told, beside a locality's coordinators, of what happens at its gates. */
    approvers: z.array(z.string()),
    /** Its days off beside weekends and the official holidays. */
    calendar: DaysOff,
  }),
  /** The municipality's calendar day. */
  today: LocalDate,
  version: z.int(),
});

/** GET /api/me: who one is here, the language one is written to in, and which mails one is sent. */
export const getMyProfile = route({
  method: 'GET',
  path: '/api/me',
  summary: 'The caller, and where they are',
  policy: policies.profile.read,
  params: noInput,
  query: noInput,
  body: noInput,
  responses: { 200: Profile },
  run:
    ({
      staff,
      moment,
      municipality: { id, name, timeZone, fourEyes, approvers, calendar, ...settings },
    }: ApiDependencies) =>
    async ({ caller: { user, roles } }) => {
      const {
        language = settings.language,
        mails = usualMails,
        revision = 0,
      } = (await staff.find(user)) ?? {};
      const body = {
        user,
        roles,
        language,
        mails,
        municipality: { id, name, timeZone, fourEyes, approvers, calendar },
        today: moment().today,
        version: revision,
      };
      return { response: { status: 200, body } };
    },
});

/** PUT /api/me: choose the language of one's mails, and which of them one is sent; what is left out stays. */
export const saveMyProfile = route({
  method: 'PUT',
  path: '/api/me',
  summary: 'Choose the language one is written to in, and which mails one is sent',
  policy: policies.profile.edit,
  params: noInput,
  query: noInput,
  body: z
    .strictObject({ language: Language, mails: MailChoice })
    .partial()
    .refine((choice) => Object.keys(choice).length > 0, 'nothing-to-change'),
  responses: { 200: z.object({ language: Language, mails: MailChoice, version: z.int() }) },
  problems: ['stale-version'],
  needsVersion: true,
  run:
    ({ staff, municipality }: ApiDependencies) =>
    async ({ body, caller: { user }, ifMatch }) => {
      const before = await staff.find(user);
      const revision = before?.revision ?? 0;
      checkIfMatch(ifMatch, revision, revision);
      const language = body.language ?? before?.language ?? municipality.language;
      const mails = body.mails ?? before?.mails ?? usualMails;
      await staff.save(user, { language, mails, revision: revision + 1 });
      return { response: { status: 200, body: { language, mails, version: revision + 1 } } };
    },
});
