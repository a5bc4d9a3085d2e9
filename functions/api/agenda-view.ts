import * as z from 'zod';
import { agendaItemKinds } from '../../domain/agenda.ts';
import { LocalDate } from '../../domain/calendar.ts';
import { CommitmentId, CommitmentStatus, commitmentId } from '../../domain/commitment.ts';
import type { Language } from '../../domain/language.ts';
import { GateState, gateName } from '../../domain/locality.ts';
import { LocalityId } from '../../domain/locality-id.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import { LineId } from '../../domain/work/board.ts';
import { lineId } from '../../domain/work/line.ts';
import { doneIn } from '../../domain/work/line-periods.ts';
import { SessionId, SessionStatus, sessionId } from '../../domain/work/session.ts';
import { nameWords } from '../../words/languages.ts';
import { sessionKindName } from '../../words/session-kinds.ts';
import type { AgendaEntry } from '../agenda/read-agenda.ts';
import type { ProgrammeCatalogue } from '../runtime/programme-catalogue.ts';

const common = {
  /** The day in whose place it stands: of a period, its last one. */
  on: LocalDate,
  /** None where it is the municipality's own. */
  locality: LocalityId.optional(),
  localityName: z.string().optional(),
  /** What it is called, in the caller's language where it is no text of people. */
  what: z.string(),
};

/** One thing in an agenda. */
export const AgendaItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal(agendaItemKinds[0]),
    ...common,
    session: SessionId,
    /** The key of the kind of session. */
    sessionKind: z.string(),
    status: SessionStatus,
    /** Local time, `17:30`. */
    at: z.string().optional(),
    place: z.string().optional(),
    agenda: z.array(z.string()),
    convened: z.int(),
  }),
  z.object({
    kind: z.literal(agendaItemKinds[1]),
    ...common,
    stage: z.string(),
    track: z.string().optional(),
    visit: z.int(),
    gate: GateState,
  }),
  z.object({
    kind: z.literal(agendaItemKinds[2]),
    ...common,
    commitment: CommitmentId,
    status: CommitmentStatus,
    responsible: StakeholderId.optional(),
  }),
  z.object({
    kind: z.literal(agendaItemKinds[3]),
    ...common,
    line: LineId,
    /** The first day of the period that ends. */
    from: LocalDate,
    unit: z.string(),
    /** What was entered for the months of the period so far, in the line's unit. */
    done: z.number(),
    responsible: z.string().optional(),
  }),
]);
export type AgendaItem = z.infer<typeof AgendaItem>;

/** Shows what stands in an agenda. */
export function agendaItem(
  entry: AgendaEntry,
  { programmes }: { programmes: ProgrammeCatalogue },
  language: Language,
): AgendaItem {
  const { on } = entry;
  const place = { locality: entry.locality?.id, localityName: entry.locality?.name };
  switch (entry.kind) {
    case 'session': {
      const { session } = entry;
      const { kind: sessionKind, status, at, place: where, agenda, convened } = session;
      return {
        kind: 'session',
        on,
        ...place,
        what: sessionKindName(sessionKind, nameWords[language]),
        session: sessionId(session),
        sessionKind,
        status,
        at,
        place: where,
        agenda,
        convened: convened.length,
      };
    }
    case 'gate': {
      const { stage, gate, locality } = entry;
      const programme = programmes.exact(locality.programme);
      const { track, visit, state } = gate;
      const what = gateName(programme, stage, track)[language];
      return { kind: 'gate', on, ...place, what, stage, track, visit, gate: state };
    }
    case 'commitment': {
      const { commitment } = entry;
      const { action: what, status, responsible } = commitment;
      return {
        kind: 'commitment',
        on,
        ...place,
        what,
        commitment: commitmentId(commitment),
        status,
        responsible,
      };
    }
    case 'line-period': {
      const { line, period } = entry;
      const { name: what, unit, responsible } = line;
      const done = doneIn(line, period);
      return {
        kind: 'line-period',
        on,
        ...place,
        what,
        line: lineId(line),
        from: period.from,
        unit,
        done,
        responsible,
      };
    }
    default:
      return entry satisfies never;
  }
}
