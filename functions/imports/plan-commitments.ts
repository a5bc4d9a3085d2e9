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

/** Everybody by id; by name and address those whom the caller may see. */
async function everybody(
  { stakeholders }: Pick<ApiDependencies, 'stakeholders'>,
  { caller }: ImportRequest,
  isTheirs: (locality: string) => boolean,
) {
  const sectors = new Map<string, Stakeholder['sector']>();
  const things = [];
  for await (const { stakeholder, contact } of stakeholders.all()) {
    const { id, sector, erasedOn } = stakeholder;
    if (erasedOn) continue;
    sectors.set(id, sector);
    const seen = maySeeStakeholder(caller, stakeholder, isTheirs);
    things.push({ id, names: seen ? [contact?.email, contact?.name] : [] });
  }
  return { sectors, find: finderOf(things, 'unknown-stakeholder') };
}

export const planCommitments: Planner = async (dependencies, request) => {
  const { commitments } = dependencies;
  const { sheet, caller, check, otherwise } = request;
  const seen: Locality[] = [];
  for await (const locality of localitiesOf(dependencies, caller)) seen.push(locality);
  const ids = new Set(seen.map(({ id }) => id));
  const theirs = seen.filter((locality) => mayIn(policies.commitment.create, caller, locality));
  const { sectors, find: stakeholder } = await everybody(dependencies, request, (id) => ids.has(id));
  const existing = [];
  for await (const one of commitments.ofLocalities(theirs))
    existing.push({ id: commitmentId(one), command: commitmentCommand(one) });
  const placesNamed = fills(sheet, commitmentTable.columns, 'locality');
  const known = { locality: localityFinder(theirs), stakeholder, otherwise, placesNamed, names };
  const { create, unchanged, rejected, warnings } = judge(commitmentTable, sheet, known, existing, check);
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
