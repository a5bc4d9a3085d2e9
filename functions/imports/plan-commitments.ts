import type { LocalDate } from '../../domain/calendar.ts';
import { mayIn } from '../../domain/caller.ts';
import { commitmentTasks } from '../../domain/commands/commitments.ts';
import { type CommitmentEdit, CommitmentId, commitmentId, commitmentOf } from '../../domain/commitment.ts';
import { isOver, type Locality } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import type { Stakeholder } from '../../domain/stakeholder.ts';
import { maySeeStakeholder } from '../../domain/stakeholder-access.ts';
import { standingFault } from '../../domain/standing.ts';
import { cellTexts, fills } from '../../domain/tabular/columns.ts';
import { type CommitmentRow, commitmentTable } from '../../domain/tabular/commitments.ts';
import { finderOf } from '../../domain/tabular/finder.ts';
import { type Created, judge, type Updated } from '../../domain/tabular/judge.ts';
import { type Warning, whereIs } from '../../domain/tabular/sheet.ts';
import type { ImportPage } from '../../store/imports.ts';
import { knownNames } from '../../words/names.ts';
import type { ApiDependencies } from '../api/dependencies.ts';
import { localitiesOf } from '../api/their-localities.ts';
import { commitmentCommand } from '../tabular/as-commands.ts';
import { namesOfLocality } from './names-of-locality.ts';
import { paginate } from './paginate.ts';
import { differencesOf, type ImportRequest, type Planner } from './plan.ts';

const names = {
  supportingProgrammes: knownNames('supportingProgrammes'),
  policyAreas: knownNames('policyAreas'),
  commitmentStatuses: knownNames('commitmentStatuses'),
};

/**
 * Those whom the caller may see, by id, name and address; and by id those who stand in the matrix already, so that a matrix
 * can be sent back as it was exported. Who is only `standing`, or was erased, takes part in nothing new.
 */
async function everybody(
  { stakeholders }: Pick<ApiDependencies, 'stakeholders'>,
  { caller }: ImportRequest,
  isTheirs: (locality: string) => boolean,
  standing: ReadonlySet<string>,
) {
  const sectors = new Map<string, Stakeholder['sector']>();
  const things = [];
  const unseen = new Set<string>();
  const called = new Map<string, string>();
  for await (const { stakeholder, contact } of stakeholders.all()) {
    const { id, sector, erasedOn } = stakeholder;
    const seen = !erasedOn && maySeeStakeholder(caller, stakeholder, isTheirs);
    if (!seen && !standing.has(id)) continue;
    if (!seen) unseen.add(id);
    else if (contact) called.set(id, contact.name);
    sectors.set(id, sector);
    things.push({ id, names: seen ? [contact?.email, contact?.name] : [] });
  }
  return { sectors, unseen, called, find: finderOf(things, 'unknown-stakeholder') };
}

/** The columns of a commitment that name one of these people, who did not stand there before. */
const columnsNaming = (
  { responsible = '', coResponsible }: CommitmentRow,
  people: ReadonlySet<string>,
  before?: CommitmentRow,
): ('responsible' | 'coResponsible')[] => {
  const isNew = (id: string) =>
    people.has(id) && ![before?.responsible, before?.coResponsible].flat().includes(id);
  return [
    ...(isNew(responsible) ? ['responsible' as const] : []),
    ...(coResponsible.some(isNew) ? ['coResponsible' as const] : []),
  ];
};

export const planCommitments: Planner = async (dependencies, request) => {
  const { commitments, moment } = dependencies;
  const { today } = moment();
  const { sheet, caller, check, otherwise, mode } = request;
  const seen: Locality[] = [];
  for await (const locality of localitiesOf(dependencies, caller)) seen.push(locality);
  const ids = new Set(seen.map(({ id }) => id));
  const byId = new Map(seen.map((locality) => [locality.id, locality]));
  const isOthers = (id: string) => {
    const locality = byId.get(id);
    return !locality || !mayIn(policies.commitment.edit, caller, locality);
  };
  const isOverAt = (id: string) => {
    const locality = byId.get(id);
    return locality !== undefined && isOver(locality);
  };
  const existing = [];
  const revisions = new Map<string, number>();
  const standing = new Set<string>();
  for await (const one of commitments.ofLocalities(seen)) {
    const id = commitmentId(one);
    existing.push({ id, command: commitmentCommand(one) });
    revisions.set(id, one.revision);
    for (const person of [one.responsible ?? [], one.coResponsible].flat()) standing.add(person);
  }
  const people = await everybody(dependencies, request, (id) => ids.has(id), standing);
  const { sectors, unseen, find: stakeholder } = people;
  const known = {
    locality: finderOf(
      seen.map((one) => ({ id: one.id, names: namesOfLocality(one) })),
      'unknown-locality',
    ),
    stakeholder,
    today,
    isHere: (id: string) => revisions.has(id),
    otherwise,
    placesNamed: fills(sheet, commitmentTable.columns, 'locality'),
    names,
  };
  const judged = judge(commitmentTable, sheet, {
    known,
    existing,
    mode,
    check,
    mayAdopt: (id, { locality }) =>
      CommitmentId.safeParse(id).success && commitmentOf(id).locality === locality,
    refuse: (command, there) => [
      ...dayFault(command, today),
      ...(isOthers(command.locality) ? [{ column: 'locality', message: 'unknown-locality' }] : []),
      ...(isOverAt(command.locality) ? [{ column: 'locality', message: 'locality-over' }] : []),
      ...columnsNaming(command, unseen, there?.command).map((column) => ({
        column,
        message: 'unknown-stakeholder',
      })),
    ],
  });
  const { update, unchanged, warnings } = judged;
  const { rows: create, astray } = inOrder(judged.create, byId);
  const rejected = [
    ...judged.rejected,
    ...astray.map((place) => ({ ...whereIs(sheet, place), column: 'id', message: 'unknown-id' })),
  ].sort((a, b) => a.row - b.row);
  const pages = [
    ...[...Map.groupBy(create, ({ command }) => command.locality)].flatMap(([locality, rows]) =>
      pagesOf(locality, rows),
    ),
    ...[...Map.groupBy(update, ({ id }) => commitmentOf(id).locality)].flatMap(([locality, rows]) =>
      editsOf(locality, rows),
    ),
  ];
  return {
    created: create.length,
    updated: update.length,
    differences: differencesOf(sheet, update),
    names: people.called,
    unchanged,
    rejected,
    warnings: [...warnings, ...create.flatMap(leftOut)],
    mails: 0,
    pages,
  };

  function pagesOf(locality: string, rows: { command: CommitmentRow }[]): ImportPage[] {
    const made = rows.map(({ command: { locality: _, ...command } }) => ({
      command,
      sector: command.responsible === undefined ? undefined : sectors.get(command.responsible),
    }));
    return paginate(made, () => 1, besides).map((page) => ({
      kind: 'commitments',
      locality,
      caller,
      rows: page,
    }));
  }

  function editsOf(locality: string, rows: Updated<CommitmentEdit>[]): ImportPage[] {
    const edits = rows.map(({ id, edit }) => ({
      number: commitmentOf(id).number,
      read: revisions.get(id) ?? 0,
      edit,
      sector: edit.responsible ? sectors.get(edit.responsible) : undefined,
    }));
    return paginate(edits, () => editItems, besides).map((page) => ({
      kind: 'commitment-edits',
      locality,
      caller,
      rows: page,
    }));
  }

  /** The documents of a commitment of another installation do not come with it. */
  function leftOut({ place, id }: Created<CommitmentRow>): Warning[] {
    const { evidence } = cellTexts(sheet, commitmentTable.columns, place - 1);
    return id === undefined || !evidence
      ? []
      : [{ ...whereIs(sheet, place), column: 'evidence', message: 'evidence-left-out' }];
  }
};

/** Beside its commitments a page writes the locality, one line of its history, its sums and the counters. */
const besides = 4;
/** A commitment that is edited, its line in the history, and the tasks about it that may be over. */
const editItems = 2 + commitmentTasks.length;

function dayFault({ fulfilledOn, ...standing }: CommitmentRow, today: LocalDate) {
  const message = standingFault({ ...standing, fulfilledOn: fulfilledOn ?? undefined }, today);
  return message ? [{ column: 'fulfilledOn', message }] : [];
}

/**
 * Those that come with an id of another installation get that very id, or are `astray`: their numbers must go on from what
 * a locality has, without gaps. So they come first, by number, and what has none follows in the order of the file.
 */
function inOrder(create: readonly Created<CommitmentRow>[], localities: ReadonlyMap<string, Locality>) {
  const rows: Created<CommitmentRow>[] = [];
  const astray: number[] = [];
  for (const [locality, some] of Map.groupBy(create, ({ command }) => command.locality)) {
    let last = localities.get(locality)?.commitments ?? 0;
    const numberOf = ({ id }: Created<CommitmentRow>) => (id === undefined ? 0 : commitmentOf(id).number);
    const adopted = some.filter(({ id }) => id !== undefined).sort((a, b) => numberOf(a) - numberOf(b));
    for (const one of adopted) {
      if (numberOf(one) === last + 1) {
        last += 1;
        rows.push(one);
      } else astray.push(one.place);
    }
    rows.push(...some.filter(({ id }) => id === undefined));
  }
  return { rows, astray };
}
