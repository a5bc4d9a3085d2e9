import { addDays, type LocalDate } from '../domain/calendar.ts';
import { type Session, sessionId, sessionParts } from '../domain/work/session.ts';
import { markItems } from './marks.ts';
import { queryItems } from './read.ts';
import { table as schema } from './table.ts';
import type { Table, TransactItem } from './transaction.ts';
import { workStore } from './work.ts';

const partitionOf = (stakeholder: string) => `CONVENED#${stakeholder}`;
/** A mark is of no use once its session is over. */
const keptDays = 30;

/** Marks that somebody was convened to a session, so that the page of their link finds it; twice is once. */
export const convenedItems = (
  table: Table,
  stakeholder: string,
  session: Pick<Session, 'board' | 'number' | 'on'>,
): TransactItem[] => {
  const until = Date.parse(`${addDays(session.on, keptDays)}T00:00:00Z`) / 1_000;
  const place = { pk: partitionOf(stakeholder), sk: sessionId(session) };
  return markItems(table, [{ ...place, [schema.timeToLive]: until }]);
};

/** The sessions of a day or later that somebody was convened to and still is, as they stand, the soonest first. */
export async function convenedTo(table: Table, stakeholder: string, from: LocalDate): Promise<Session[]> {
  const marked: ReturnType<typeof sessionParts>[] = [];
  const marks = queryItems(table, {
    KeyConditionExpression: 'pk = :person',
    ExpressionAttributeValues: { ':person': partitionOf(stakeholder) },
  });
  for await (const { sk } of marks) marked.push(sessionParts(String(sk)));
  const sessions = [...(await workStore(table).sessions(marked)).values()];
  const dayOf = ({ on, at = '' }: Session) => `${on} ${at}`;
  return sessions
    .filter(
      ({ status, on, convened }) => status === 'convened' && on >= from && convened.includes(stakeholder),
    )
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
}
