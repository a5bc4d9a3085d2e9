import type { APIGatewayProxyStructuredResultV2 as Answer } from 'aws-lambda';
import { addDays } from '../../domain/calendar.ts';
import { commitmentId } from '../../domain/commitment.ts';
import { Problem } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import { gateName } from '../../domain/locality.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { userIn, usersIn } from '../../domain/user.ts';
import { municipal } from '../../domain/work/board.ts';
import { lineId } from '../../domain/work/line.ts';
import { agendaCalendar, type FeedEvent } from '../../emails/agenda-calendar.ts';
import { agendaFeedStore } from '../../store/agenda-feeds.ts';
import { listStore } from '../../store/lists.ts';
import { staffStore } from '../../store/staff.ts';
import type { Table } from '../../store/transaction.ts';
import { nameWords, pageWords } from '../../words/languages.ts';
import { sessionKindName } from '../../words/session-kinds.ts';
import { type AgendaEntry, readAgenda } from '../agenda/read-agenda.ts';
import type { PageDependencies } from './dependencies.ts';

/** A feed reaches so many days back and ahead, and holds so much at most. */
const daysBack = 30;
const daysAhead = 365;
const mostEvents = 1_000;
const together = 200;
/** So many localities somebody coordinates are looked up together. */
const localitiesTogether = 1_000;

/**
 * Whose work a member of staff follows. A feed is read without signing in, so it goes by what the municipality says now and not
 * by what a token said once: approvers and administrators follow all of it, everybody else the localities that they
 * coordinate; the municipality's own work is everybody's.
 */
async function followedBy(user: string, municipality: Municipality, table: Table) {
  const everywhere = usersIn(municipality, [...municipality.administrators, ...municipality.approvers]);
  if (everywhere.includes(userIn(municipality, user))) return () => true;
  const own = new Set([municipal]);
  const lists = listStore(table);
  let after: string | undefined;
  do {
    const found = await lists.ofCoordinator(user, after, localitiesTogether);
    for (const { id } of found) own.add(id);
    after = found.length < localitiesTogether ? undefined : found.at(-1)?.place;
  } while (after !== undefined);
  return (board: string) => own.has(board);
}

/** What stands in an agenda as an event of a calendar. */
function eventOf(entry: AgendaEntry, { programmes }: PageDependencies, language: Language): FeedEvent {
  const { feed } = pageWords[language];
  const { on, locality } = entry;
  const place = locality?.name;
  const at = (what: string) => (place === undefined ? what : `${what}: ${place}`);
  switch (entry.kind) {
    case 'session': {
      const { session } = entry;
      return { kind: 'session', session, summary: at(sessionKindName(session.kind, nameWords[language])) };
    }
    case 'gate': {
      const { stage, gate } = entry;
      const programme = programmes.exact(entry.locality.programme);
      const id = ['gate', entry.locality.id, stage, gate.track ?? '', gate.visit].join('.');
      const name = gateName(programme, stage, gate.track)[language];
      return { kind: 'day', id, on, summary: feed.gate(name, entry.locality.name) };
    }
    case 'commitment': {
      const { commitment } = entry;
      return {
        kind: 'day',
        id: commitmentId(commitment),
        on,
        summary: feed.commitment(commitment.action),
        place,
      };
    }
    case 'line-period': {
      const { line } = entry;
      return {
        kind: 'day',
        id: `line.${lineId(line)}.${on}`,
        on,
        summary: feed.linePeriod(line.name),
        place,
      };
    }
    default:
      return entry satisfies never;
  }
}

/** GET /agenda/{token}.ics: the agenda of one member of staff, for their calendar. @throws Problem `forbidden` */
export async function agendaFeed(token: string, dependencies: PageDependencies): Promise<Answer> {
  const { table, links, municipality, clock, moment } = dependencies;
  const reading = await links.read('agenda', token.replace(/\.ics$/, ''));
  if (reading.state !== 'valid') throw new Problem('forbidden');
  const { id: user, linkVersion } = reading.holder;
  const feed = await agendaFeedStore(table).find(user);
  if (!feed?.isActive || feed.revision !== linkVersion) throw new Problem('forbidden');
  const { language = municipality.language } = (await staffStore(table).find(user)) ?? {};
  const { today } = moment();
  const isWanted = await followedBy(user, municipality, table);
  const asked = { from: addDays(today, -daysBack), to: addDays(today, daysAhead), isWanted };
  const events: FeedEvent[] = [];
  let after: string | undefined;
  do {
    const { entries, next } = await readAgenda(asked, after, together, dependencies);
    events.push(...entries.map((entry) => eventOf(entry, dependencies, language)));
    after = next;
  } while (after !== undefined && events.length < mostEvents);
  const name = pageWords[language].sender(municipality.name);
  return {
    statusCode: 200,
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="etapas.ics"',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    },
    body: agendaCalendar(name, events.slice(0, mostEvents), municipality, clock()),
  };
}
