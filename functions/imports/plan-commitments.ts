import { mayIn } from '../../domain/caller.ts';
import { commitmentId } from '../../domain/commitment.ts';
import type { Locality } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import type { Stakeholder } from '../../domain/stakeholder.ts';
import { maySeeStakeholder } from '../../domain/stakeholder-access.ts';
import { fills } from '../../domain/tabular/columns.ts';
import { type CommitmentRow, commitmentTable } from '../../domain/tabular/commitments.ts';
import { type Finder, finderOf } from '../../domain/tabular/finder.ts';
import { judge } from '../../domain/tabular/judge.ts';
import type { ImportPage } from '../../store/imports.ts';
import { knownNames } from '../../words/names.ts';
import type { ApiDependencies } from '../api/dependencies.ts';
import { localitiesOf } from '../api/their-localities.ts';
import { commitmentCommand } from '../tabular/as-commands.ts';
import { namesOfLocality } from './names-of-locality.ts';
import { paginate } from './paginate.ts';
import type { ImportRequest, Planner } from './plan.ts';

const names = {
  supportingProgrammes: knownNames('supportingProgrammes'),
  policyAreas: knownNames('policyAreas'),
  commitmentStatuses: knownNames('commitmentStatuses'),
};

/** A locality that takes no more commitments is refused by another word than one that is not there. */
function localityFinder(localities: Locality[]): Finder {
  const find = finderOf(
    localities.map((one) => ({ id: one.id, names: namesOfLocality(one) })),
    'unknown-locality',
  );
  const over = new Set(
    localities.flatMap(({ id, status }) => (status === 'completed' || status === 'closed' ? id : [])),
  );
  return (text) => {
    const found = find(text);
    return found.id !== undefined && over.has(found.id) ? { refused: 'locality-over' } : found;
  };
}

/**
 * Those whom the caller may see, by id, name and address; and by id those who stand in the matrix already, so that a matrix
 * can be sent back as it was exported. Who is only `standing` takes part in nothing new.
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
  for await (const { stakeholder, contact } of stakeholders.all()) {
    const { id, sector, erasedOn } = stakeholder;
    if (erasedOn) continue;
    const seen = maySeeStakeholder(caller, stakeholder, isTheirs);
    if (!seen && !standing.has(id)) continue;
    if (!seen) unseen.add(id);
    sectors.set(id, sector);
    things.push({ id, names: seen ? [contact?.email, contact?.name] : [] });
  }
  return { sectors, unseen, find: finderOf(things, 'unknown-stakeholder') };
}

/** The columns of a new commitment that name one of these people. */
const columnsNaming = (
  { responsible = '', coResponsible }: CommitmentRow,
  people: ReadonlySet<string>,
): ('responsible' | 'coResponsible')[] => [
  ...(people.has(responsible) ? ['responsible' as const] : []),
  ...(coResponsible.some((id) => people.has(id)) ? ['coResponsible' as const] : []),
];

export const planCommitments: Planner = async (dependencies, request) => {
  const { commitments } = dependencies;
  const { sheet, caller, check, otherwise } = request;
  const seen: Locality[] = [];
  for await (const locality of localitiesOf(dependencies, caller)) seen.push(locality);
  const ids = new Set(seen.map(({ id }) => id));
  const theirs = seen.filter((locality) => mayIn(policies.commitment.create, caller, locality));
  const existing = [];
  const standing = new Set<string>();
  for await (const one of commitments.ofLocalities(theirs)) {
    existing.push({ id: commitmentId(one), command: commitmentCommand(one) });
    for (const id of [one.responsible ?? [], one.coResponsible].flat()) standing.add(id);
  }
  const people = await everybody(dependencies, request, (id) => ids.has(id), standing);
  const { sectors, unseen, find: stakeholder } = people;
  const placesNamed = fills(sheet, commitmentTable.columns, 'locality');
  const known = { locality: localityFinder(theirs), stakeholder, otherwise, placesNamed, names };
  const judged = judge(commitmentTable, sheet, known, existing, check);
  const { unchanged, warnings } = judged;
  const refused = new Map(judged.create.map(({ place, command }) => [place, columnsNaming(command, unseen)]));
  const create = judged.create.filter(({ place }) => refused.get(place)?.length === 0);
  const rejected = [
    ...judged.rejected,
    ...[...refused].flatMap(([place, columns]) => {
      const { row = 0, sheet: on } = sheet.rows[place - 1] ?? {};
      return columns.map((column) => ({ row, sheet: on, column, message: 'unknown-stakeholder' }));
    }),
  ].sort((a, b) => a.row - b.row);
  const pages = [...Map.groupBy(create, ({ command }) => command.locality)].flatMap(([locality, rows]) =>
    pagesOf(locality, rows),
  );
  return { created: create.length, unchanged, rejected, warnings, pages };

  function pagesOf(locality: string, rows: { command: CommitmentRow }[]): ImportPage[] {
    const made = rows.map(({ command: { locality: _, ...command } }) => ({
      command,
      sector: command.responsible === undefined ? undefined : sectors.get(command.responsible),
    }));
    // Beside its commitments a page writes the locality, one line of its history, its sums and the counters.
    return paginate(made, () => 1, 4).map((page) => ({ kind: 'commitments', locality, caller, rows: page }));
  }
};
