import type { Moment } from '../../domain/change.ts';
import { importCommitments } from '../../domain/commands/commitments.ts';
import { createLocality, type NewLocality } from '../../domain/commands/create-locality.ts';
import { openVisit } from '../../domain/commands/open-visit.ts';
import { createStakeholder } from '../../domain/commands/stakeholders.ts';
import { NewCommitment } from '../../domain/commitment.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { NewStakeholder } from '../../domain/stakeholder-input.ts';
import { type Clock, momentOf } from '../../functions/runtime/clock.ts';
import { commit, commitAll, commitStakeholders } from '../../store/commit.ts';
import { localityStore } from '../../store/localities.ts';
import type { Table } from '../../store/transaction.ts';
import { caller } from '../support/factories.ts';
import { convivirMejor } from '../support/programmes.ts';
import { inFlight } from './timing.ts';

/** A table that is filled before something is measured, as commands and the store would write it. */
export interface Office {
  table: Table;
  municipality: Municipality;
  clock: Clock;
}

/** Requests under way at a time while a table is filled. */
const atOnce = 8;
/** Changes in one transaction of a hundred items, so that each may write twelve: its words and marks are items too. */
const together = 8;
/** Promises that join a matrix at a time: a page of a history is then as long in a large matrix as in a small one. */
const promisesTogether = 10;

const numbered = (count: number) => Array.from({ length: count }, (_, at) => at);
const batches = <T>(all: T[], size: number): T[][] =>
  numbered(Math.ceil(all.length / size)).map((at) => all.slice(at * size, (at + 1) * size));

export const localityId = (at: number) => `place-${String(at).padStart(6, '0')}`;
export const personId = (at: number) => `person-${String(at).padStart(6, '0')}`;

/** The localities of the office that a number of them are, each at its open first stage; nothing of it is left to do. */
export async function fillLocalities(
  { table, municipality, clock }: Office,
  count: number,
  commandOf: (at: number) => Partial<NewLocality> = () => ({}),
): Promise<void> {
  const localities = localityStore(table);
  const moment: Moment = momentOf(clock(), municipality);
  const programme = convivirMejor;
  const [stage = ''] = programme.stages.map(({ key }) => key);
  await inFlight(atOnce, batches(numbered(count), together), async (some) => {
    const created = some.map((at) => {
      const command = { name: `Colonia número ${at}`, programme: programme.id, ...commandOf(at) };
      return { ...createLocality({ id: localityId(at), programme }, command, caller(), moment), outbox: [] };
    });
    await commitAll(table, created, clock());
    const opened = await Promise.all(
      some.map(async (at) => {
        const locality = await localities.get(localityId(at));
        const change = openVisit({ locality, programme, municipality }, { stage }, moment);
        if (!change) throw new Error('a new locality has nothing to open');
        return { ...change, outbox: [] };
      }),
    );
    await commitAll(table, opened, clock());
  });
}

/** So many people of the community, all of whom can be written to. */
export async function fillPeople({ table, municipality, clock }: Office, count: number): Promise<void> {
  const moment = momentOf(clock(), municipality);
  await inFlight(atOnce, batches(numbered(count), together), (some) =>
    commitStakeholders(
      table,
      some.map((at) => {
        const asked = { name: `Rosa número ${at}`, sector: 'school', email: `p${at}@ejemplo.example` };
        return createStakeholder(personId(at), NewStakeholder.parse(asked), caller(), moment);
      }),
      clock(),
    ),
  );
}

/** Promises that join the matrix of a locality, some at a time, as files of an import do. */
export async function fillMatrix(
  { table, municipality, clock }: Office,
  locality: string,
  promises: { responsible?: string; dueOn: string }[],
): Promise<void> {
  const localities = localityStore(table);
  const moment = momentOf(clock(), municipality);
  const rows = promises.map((promise) => ({
    command: NewCommitment.parse({ action: 'Poner luminarias en la plaza', ...promise }),
    sector: 'school' as const,
  }));
  for (const some of batches(rows, promisesTogether)) {
    const situation = {
      locality: await localities.get(locality),
      caller: caller(),
      reminders: remindersOf(municipality),
      moment,
    };
    await commit(table, importCommitments(some, situation), clock());
  }
}
