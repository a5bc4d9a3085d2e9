import { createCommitment, editCommitment } from '../../domain/commands/commitments.ts';
import { createStakeholder } from '../../domain/commands/stakeholders.ts';
import type { CommitmentEdit, NewCommitment } from '../../domain/commitment.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import type { Stakeholder } from '../../domain/stakeholder.ts';
import { NewStakeholder } from '../../domain/stakeholder-input.ts';
import { momentOf } from '../../functions/runtime/clock.ts';
import { commit, commitStakeholder } from '../../store/commit.ts';
import { commitmentStore } from '../../store/commitments.ts';
import { localityStore } from '../../store/localities.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { caller } from './factories.ts';
import type { TestApp } from './test-app.ts';

type Here = Pick<TestApp, 'table' | 'municipality' | 'clock'>;

/** Somebody who may promise something, in the office's table. */
export async function person(
  { table, municipality, clock }: Here,
  id: string,
  some: Partial<NewStakeholder> = {},
): Promise<Stakeholder> {
  const known = { name: `Persona ${id}`, sector: 'community', email: `${id}@vecinos.example`, ...some };
  const moment = momentOf(clock(), municipality);
  await commitStakeholder(
    table,
    createStakeholder(id, NewStakeholder.parse(known), caller(), moment),
    clock(),
  );
  return stakeholderStore(table).get(id);
}

/** A promise in a locality's matrix. */
export async function promise(
  { table, municipality, clock }: Here,
  locality: string,
  some: Partial<NewCommitment> = {},
) {
  const { responsible } = some;
  const command: NewCommitment = {
    action: 'Pintar las bancas del parque',
    dueOn: '2026-02-12',
    coResponsible: [],
    status: 'pending',
    progress: 0,
    evidence: [],
    ...some,
  };
  const who = responsible ? await stakeholderStore(table).get(responsible) : undefined;
  const change = createCommitment(command, {
    locality: await localityStore(table).get(locality),
    responsible: who,
    caller: caller(),
    reminders: remindersOf(municipality),
    moment: momentOf(clock(), municipality),
  });
  await commit(table, change, clock());
  return change.commitment;
}

/** Changes a promise as a coordinator would. */
export async function amend(
  { table, municipality, clock }: Here,
  locality: string,
  number: number,
  edit: CommitmentEdit,
) {
  const before = await commitmentStore(table).get({ locality, number });
  const who = edit.responsible ?? before.responsible;
  const change = editCommitment(before, edit, {
    locality: await localityStore(table).get(locality),
    responsible: who ? await stakeholderStore(table).get(who) : undefined,
    caller: caller(),
    reminders: remindersOf(municipality),
    moment: momentOf(clock(), municipality),
  });
  await commit(table, change, clock());
  return change.commitment;
}
