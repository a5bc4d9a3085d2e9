import * as z from 'zod';
import { LocalDate } from '../../domain/calendar.ts';
import { DaysOff } from '../../domain/days-off.ts';
import { Language } from '../../domain/language.ts';
import { policies, Role } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { checkIfMatch, noInput, route } from './route.ts';

const Profile = z.object({
  user: z.string(),
  roles: z.array(Role),
  language: Language,
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

/** GET /api/me: who one is here, and the language one is written to in. */
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
      const { language, revision } = (await staff.find(user)) ?? { language: settings.language, revision: 0 };
      const body = {
        user,
        roles,
        language,
        municipality: { id, name, timeZone, fourEyes, approvers, calendar },
        today: moment().today,
        version: revision,
      };
      return { response: { status: 200, body } };
    },
});

/** PUT /api/me: choose the language of one's mails. */
export const saveMyProfile = route({
  method: 'PUT',
  path: '/api/me',
  summary: 'Choose the language one is written to in',
  policy: policies.profile.edit,
  params: noInput,
  query: noInput,
  body: z.strictObject({ language: Language }),
  responses: { 200: z.object({ language: Language, version: z.int() }) },
  problems: ['stale-version'],
  needsVersion: true,
  run:
    ({ staff }: ApiDependencies) =>
    async ({ body: { language }, caller: { user }, ifMatch }) => {
      const revision = (await staff.find(user))?.revision ?? 0;
      checkIfMatch(ifMatch, revision, revision);
      await staff.save(user, { language, revision: revision + 1 });
      return { response: { status: 200, body: { language, version: revision + 1 } } };
    },
});
