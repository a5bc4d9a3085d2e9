import { randomBytes } from 'node:crypto';
import type { Moment } from '../../domain/change.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { type CommitmentStore, commitmentStore } from '../../store/commitments.ts';
import { type CounterStore, counterStore } from '../../store/counters.ts';
import { type FileStore, fileStore } from '../../store/files.ts';
import { type HistoryStore, historyStore } from '../../store/history.ts';
import { idempotencyStore } from '../../store/idempotency-records.ts';
import { type ListStore, listStore } from '../../store/lists.ts';
import { type LocalityStore, localityStore } from '../../store/localities.ts';
import { type MailDayStore, mailDayStore } from '../../store/mail-days.ts';
import { type MailLogStore, mailLogStore } from '../../store/mail-log.ts';
import { type MailReleaseStore, mailReleaseStore } from '../../store/mail-release.ts';
import { type OutboxStore, outboxStore } from '../../store/outbox.ts';
import { type StaffStore, staffStore } from '../../store/staff.ts';
import { type StakeholderStore, stakeholderStore } from '../../store/stakeholders.ts';
import { type TaskStore, taskStore } from '../../store/tasks.ts';
import type { Table } from '../../store/transaction.ts';
import { type VisitStore, visitStore } from '../../store/visits.ts';
import type { FontFiles } from '../dossier/typeface.ts';
import type { FileBucket } from '../files/bucket.ts';
import { type Clock, momentOf } from '../runtime/clock.ts';
import type { HttpDependencies } from '../runtime/endpoint.ts';
import type { ProgrammeCatalogue } from '../runtime/programme-catalogue.ts';
import type { QuestionnaireCatalogue } from '../runtime/questionnaire-catalogue.ts';

/**
 * The stores, catalogues and settings of the routes; each route names those it uses. Stores that few routes use, with
 * schemas that are many (surveys, rankings, imports, the audit), are made from the table by those routes.
 */
export interface ApiDependencies extends HttpDependencies {
  localities: LocalityStore;
  lists: ListStore;
  counters: CounterStore;
  visits: VisitStore;
  commitments: CommitmentStore;
  files: FileStore;
  bucket: FileBucket;
  history: HistoryStore;
  staff: StaffStore;
  stakeholders: StakeholderStore;
  tasks: TaskStore;
  outbox: OutboxStore;
  mailDays: MailDayStore;
  mailRelease: MailReleaseStore;
  mailLog: MailLogStore;
  programmes: ProgrammeCatalogue;
  questionnaires: QuestionnaireCatalogue;
  /** The typefaces of printed documents; read when one is printed. */
  fonts(): FontFiles;
  /** Where people reach the pages they need no account for. */
  publicUrl: string;
  moment(): Moment;
  newLocalityId(): string;
  newStakeholderId(): string;
  newRankingId(): string;
  newFileId(): string;
  newPrivacyRequestId(): string;
}

/** An id that sorts by the time it was made; its random part has 50 bits. */
function timeOrderedId(now: Date): string {
  const random = BigInt(`0x${randomBytes(7).toString('hex')}`)
    .toString(36)
    .slice(0, 10);
  return `${now.getTime().toString(36).padStart(9, '0')}-${random.padStart(10, '0')}`;
}

/** The dependencies on a table, for a municipality. */
export function apiDependencies(
  table: Table,
  municipality: Municipality,
  {
    programmes,
    questionnaires,
    bucket,
    fonts,
    publicUrl,
  }: Pick<ApiDependencies, 'programmes' | 'questionnaires' | 'bucket' | 'fonts' | 'publicUrl'>,
  clock: Clock,
): ApiDependencies {
  return {
    table,
    municipality,
    programmes,
    questionnaires,
    fonts,
    publicUrl,
    clock,
    moment: () => momentOf(clock(), municipality),
    newLocalityId: () => timeOrderedId(clock()),
    newStakeholderId: () => timeOrderedId(clock()),
    newRankingId: () => timeOrderedId(clock()),
    newPrivacyRequestId: () => timeOrderedId(clock()),
    // Random as a whole, unlike other ids: not even the time it was made can be guessed.
    newFileId: () => randomBytes(16).toString('hex'),
    localities: localityStore(table),
    lists: listStore(table),
    counters: counterStore(table),
    visits: visitStore(table),
    commitments: commitmentStore(table),
    files: fileStore(table),
    bucket,
    history: historyStore(table),
    idempotencyRecords: idempotencyStore(table),
    staff: staffStore(table),
    stakeholders: stakeholderStore(table),
    tasks: taskStore(table),
    outbox: outboxStore(table),
    mailDays: mailDayStore(table),
    mailRelease: mailReleaseStore(table),
    mailLog: mailLogStore(table),
  };
}
