import type { Municipality } from '../../domain/municipality.ts';
import { type LocalityStore, localityStore } from '../../store/localities.ts';
import { type OutboxStore, outboxStore } from '../../store/outbox.ts';
import type { Table } from '../../store/transaction.ts';
import { type VisitStore, visitStore } from '../../store/visits.ts';
import type { Clock } from '../runtime/clock.ts';
import { clock } from '../runtime/clock.ts';
import { deployedMunicipality, deployedProgrammes, deployedTable } from '../runtime/environment.ts';
import type { ProgrammeCatalogue } from '../runtime/programme-catalogue.ts';

/** What the workflow's steps work with; each names those it uses. */
export interface StepDependencies {
  table: Table;
  localities: LocalityStore;
  visits: VisitStore;
  outbox: OutboxStore;
  programmes: ProgrammeCatalogue;
  municipality: Municipality;
  clock: Clock;
}

/** The dependencies on a table, for a municipality. */
export function stepDependencies(
  table: Table,
  municipality: Municipality,
  programmes: ProgrammeCatalogue,
  time: Clock,
): StepDependencies {
  return {
    table,
    municipality,
    programmes,
    clock: time,
    localities: localityStore(table),
    visits: visitStore(table),
    outbox: outboxStore(table),
  };
}

/** The dependencies of a deployed step. */
export const deployedStep = () =>
  stepDependencies(deployedTable(), deployedMunicipality(), deployedProgrammes(), clock);
