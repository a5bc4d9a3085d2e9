import type { LocalDate } from '../../domain/calendar.ts';
import { type Caller, permitted } from '../../domain/caller.ts';
import type { Moment } from '../../domain/change.ts';
import type { Commitment } from '../../domain/commitment.ts';
import { latestRanking } from '../../domain/dossier/ranking.ts';
import { Conflict } from '../../domain/errors.ts';
import type { EvaluationRow } from '../../domain/evaluation/evaluation-row.ts';
import { checkPath } from '../../domain/history-head.ts';
import type { Locality } from '../../domain/locality.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { policies } from '../../domain/policies.ts';
import type { Programme } from '../../domain/programme.ts';
import { type StageRecord, stageRecords } from '../../domain/stage-record.ts';
import { calendarOf } from '../../domain/work-calendar.ts';
import type { CommitmentStore } from '../../store/commitments.ts';
import type { LocalityStore } from '../../store/localities.ts';
import { rankingStore } from '../../store/rankings.ts';
import type { StakeholderStore } from '../../store/stakeholders.ts';
import type { Survey } from '../../store/surveys.ts';
import type { Table } from '../../store/transaction.ts';
import type { VisitStore } from '../../store/visits.ts';
import { rankingView, type ShownFrozen } from '../api/ranking-view.ts';
import type { ProgrammeCatalogue } from '../runtime/programme-catalogue.ts';
import type { QuestionnaireCatalogue } from '../runtime/questionnaire-catalogue.ts';
import { evaluated, surveysOf } from '../surveys/compared.ts';
import { type Named, namedFor } from './people.ts';

/** What a dossier is made from. */
interface Sources {
  table: Table;
  municipality: Municipality;
  localities: LocalityStore;
  visits: VisitStore;
  commitments: CommitmentStore;
  stakeholders: StakeholderStore;
  programmes: ProgrammeCatalogue;
  questionnaires: QuestionnaireCatalogue;
  publicUrl: string;
  moment(): Moment;
}

/** A locality's record, as one caller may see it and as it stood at one revision. */
export interface Facts {
  municipality: Municipality;
  locality: Locality;
  programme: Programme;
  /** The names of the localities that it goes on from or in, by their ids. */
  related: Map<string, string>;
  today: LocalDate;
  now: Date;
  stages: StageRecord[];
  matrix: Commitment[];
  /** Whoever is named in the matrix, by their id. */
  people: Map<string, Named>;
  surveys: { baseline?: Survey; followUp?: Survey };
  evaluation: EvaluationRow[];
  /** The last ranking that a gate was passed, or can be passed, by. */
  ranking?: ShownFrozen;
  /** Where everybody can ask whether the head of the history that is printed still stands. */
  checkedAt: string;
}

async function peopleOf(
  matrix: readonly Commitment[],
  locality: string,
  caller: Caller,
  { stakeholders }: Sources,
): Promise<Map<string, Named>> {
  const ids = new Set(
    matrix.flatMap(({ responsible, coResponsible }) => [
      ...(responsible ? [responsible] : []),
      ...coResponsible,
    ]),
  );
  const known = await stakeholders.many([...ids]);
  return new Map([...known].map(([id, one]) => [id, namedFor(caller, one, locality)]));
}

/**
 * Reads all of a locality's record. Everything that belongs to the locality is of one and the same revision, so that
 * what is printed agrees with the hash that is printed with it.
 * @throws Problem `not-found` when the locality is none of the caller's
 * @throws Conflict when it was changed meanwhile
 */
export async function readFacts(sources: Sources, id: string, caller: Caller): Promise<Facts> {
  const { table, municipality, localities, programmes } = sources;
  const locality = permitted(policies.dossier.print, caller, await localities.get(id));
  const [visits, matrix, surveys] = await Promise.all([
    sources.visits.ofLocality(id),
    sources.commitments.ofLocality(id),
    surveysOf(sources, id),
  ]);
  const ranking = latestRanking(visits);
  const [people, related, frozen, { revision }] = await Promise.all([
    peopleOf(matrix, id, caller, sources),
    localities.many([...(locality.continues ?? []), ...(locality.continuedBy ?? [])]),
    ranking === undefined ? undefined : rankingStore(table).get(ranking),
    localities.get(id),
  ]);
  if (revision !== locality.revision) throw new Conflict('the locality changed while it was read');
  const programme = programmes.exact(locality.programme);
  const { now, today } = sources.moment();
  const head = { locality: id, seq: locality.revision, hash: locality.headHash };
  return {
    municipality,
    locality,
    programme,
    today,
    now: new Date(now),
    matrix,
    people,
    related: new Map([...related].map(([other, { name }]) => [other, name])),
    surveys,
    stages: stageRecords(programme, locality, visits, today, calendarOf(municipality)),
    evaluation: await evaluated(sources, surveys),
    // It is about this locality, which the caller may see: only its small counts may be hidden.
    ranking: frozen && rankingView(frozen, caller, (other) => other === id),
    checkedAt: sources.publicUrl.replace(/\/+$/, '') + checkPath(head),
  };
}
