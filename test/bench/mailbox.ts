import { rmSync } from 'node:fs';
import * as z from 'zod';
import { addDays, localDate } from '../../domain/calendar.ts';
import { type ApiClient, apiClient } from '../../local/api-client.ts';
import { exampleBegins } from '../../local/example.ts';
import { LoggedMail } from '../../store/mail-log.ts';
import { built } from '../support/built.ts';
import { dataFolder, startEtapas } from '../support/etapas-process.ts';
import type { Group, Row } from './group.ts';

const approver = { user: 'direccion@juarez.example', role: 'administrator' } as const;
const timeZone = 'America/Ciudad_Juarez';

/**
 * The mails that each of the staff of the example had when every one of them was told of everything at once, their own deeds
 * too; measured on 2026-11-27, one release before digests.
 */
const before: Record<string, number> = {
  'ana.lopez@juarez.example': 48,
  'luis.ortega@juarez.example': 33,
  [approver.user]: 81,
};

const Log = z.object({ items: z.array(LoggedMail), nextCursor: z.string().optional() });

/** The mails of all days of the example that were to its staff. */
async function toStaff(api: ApiClient, now: Date): Promise<LoggedMail[]> {
  const mails: LoggedMail[] = [];
  const last = localDate(now, timeZone);
  for (let day = localDate(exampleBegins(now), timeZone); day <= last; day = addDays(day, 1)) {
    let cursor = '';
    do {
      const path = `/api/mails?on=${day}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const page = await api.as(approver)(Log, 'GET', path);
      mails.push(...page.items.filter(({ to }) => to in before));
      cursor = page.nextCursor ?? '';
    } while (cursor);
  }
  return mails;
}

/** What one of the staff was sent, by kind, and the most digests on one day. */
function rowsOf(user: string, mails: LoggedMail[]): Row[] {
  const theirs = mails.filter(({ to }) => to === user);
  const name = (what: string) => `${user}: ${what}`;
  const digests = theirs.filter(({ message }) => message === 'staff-digest');
  const days = Map.groupBy(digests, ({ at }) => localDate(new Date(at), timeZone));
  return [
    {
      name: name('mails'),
      counted: theirs.length,
      unit: '',
      baseline: before[user],
      of: 'told of everything at once',
      wanted: { below: 1 },
    },
    ...[...Map.groupBy(theirs, ({ message }) => message)].map(([kind, some]) => ({
      name: name(kind),
      counted: some.length,
      unit: '',
    })),
    {
      name: name('most digests on one day'),
      counted: Math.max(0, ...[...days.values()].map((some) => some.length)),
      unit: '',
      wanted: { atMost: 1 },
    },
  ];
}

export const mailbox: Group = {
  what: 'The mails to each of the staff of the example over its seven months, by kind, against telling everybody of everything',
  async measure() {
    await built();
    const folder = dataFolder();
    const etapas = await startEtapas('--port', '0', '--data', folder);
    try {
      const mails = await toStaff(apiClient(etapas.url), new Date());
      return Object.keys(before).flatMap((user) => rowsOf(user, mails));
    } finally {
      await etapas.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
