import * as z from 'zod';
import { answerSession } from '../../domain/commands/sessions.ts';
import { Problem } from '../../domain/errors.ts';
import { type Board, municipal } from '../../domain/work/board.ts';
import { Attending, SessionId, sessionParts } from '../../domain/work/session.ts';
import { commitAll } from '../../store/commit.ts';
import { workStore } from '../../store/work.ts';
import { untilCommitted } from '../runtime/retry.ts';
import type { PageDependencies } from './dependencies.ts';
import type { PlacedSession } from './session-cards.ts';

const Form = z.object({ session: SessionId, answer: Attending });

/**
 * A session that this stakeholder is convened to, with its board, read before it: whatever changes from here on raises the
 * revision of the board, and the condition of the change fails.
 * @throws Problem `session-state`, whether there is none or they are not convened
 */
async function ownSessionOn(stakeholder: string, id: string, { table, localities }: PageDependencies) {
  const { success, data } = SessionId.safeParse(id);
  if (!success) throw new Problem('session-state');
  const at = sessionParts(data);
  const work = workStore(table);
  const locality = at.board === municipal ? undefined : await localities.find(at.board);
  if (at.board !== municipal && !locality) throw new Problem('session-state');
  const board: Board = locality ? { id: locality.id, locality } : { id: municipal, head: await work.head() };
  const session = (await work.sessions([at])).get(data);
  if (!session?.convened.includes(stakeholder)) throw new Problem('session-state');
  return { board, session, locality };
}

/** A session that this stakeholder is convened to, with its place. @throws Problem `session-state` */
export async function ownSession(
  stakeholder: string,
  id: string,
  dependencies: PageDependencies,
): Promise<PlacedSession> {
  const { session, locality } = await ownSessionOn(stakeholder, id, dependencies);
  return { session, locality };
}

/**
 * Records what the form of a page says, once; the same answer again changes nothing, another one takes its place.
 * @returns the session as it stands then
 * @throws Problem `invalid-request`, `session-state`, `not-active`
 */
export async function recordAttending(
  stakeholder: string,
  form: Record<string, string>,
  dependencies: PageDependencies,
): Promise<PlacedSession> {
  const { success, data } = Form.safeParse(form);
  if (!success) throw new Problem('invalid-request');
  const { table, clock, moment } = dependencies;
  return untilCommitted(async () => {
    const { board, session, locality } = await ownSessionOn(stakeholder, data.session, dependencies);
    const answered = answerSession(
      session,
      { stakeholder, answer: data.answer },
      { board, moment: moment() },
    );
    if (answered) await commitAll(table, [answered.change], clock());
    return { session: answered?.session ?? session, locality };
  });
}
