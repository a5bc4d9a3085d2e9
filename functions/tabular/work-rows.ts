import type { Caller } from '../../domain/caller.ts';
import { may, mayEverywhere, policies } from '../../domain/policies.ts';
import { maySeeStakeholder } from '../../domain/stakeholder-access.ts';
import { entryTable } from '../../domain/tabular/entries.ts';
import { lineTable } from '../../domain/tabular/lines.ts';
import { municipal } from '../../domain/work/board.ts';
import { entryId } from '../../domain/work/entry.ts';
import { doneOf, lineId, objectiveId, percentOf } from '../../domain/work/line.ts';
import { workStore } from '../../store/work.ts';
import { entryCommand, lineCommand } from './as-commands.ts';
import { type Rows, type Stores, seenBy, type Wanted } from './rows.ts';

/** The boards of a caller with what they are called; the municipality's own first, which has no name. */
async function* boardsOf(stores: Stores, caller: Caller, { only }: Wanted) {
  const isAll = only === undefined || only === municipal;
  if (isAll && mayEverywhere(policies.plan.read, caller)) yield { id: municipal, name: undefined };
  if (only === municipal) return;
  for await (const { id, name } of seenBy(stores, caller, only)) yield { id, name };
}

/** The lines of plans that the caller may see, with their objectives and what was done. */
export async function* lineRows(stores: Stores, caller: Caller, wanted: Wanted): Rows {
  const store = workStore(stores.table);
  const ids = new Set<string>();
  for await (const { id } of seenBy(stores, caller)) ids.add(id);
  const people = new Map<string, string | undefined>();
  for await (const { stakeholder, contact } of stores.stakeholders.all())
    if (maySeeStakeholder(caller, stakeholder, (id) => ids.has(id)))
      people.set(stakeholder.id, contact?.name);
  const ofMunicipality = (await store.plan(municipal)).objectives;
  for await (const { id: board, name: localityName } of boardsOf(stores, caller, wanted)) {
    const { objectives, lines } = await store.plan(board);
    const named = new Map([...ofMunicipality, ...objectives].map((one) => [objectiveId(one), one]));
    for (const line of lines) {
      const objective = line.objective === undefined ? undefined : named.get(line.objective);
      yield {
        cells: {
          ...lineTable.write(lineCommand(line)),
          id: lineId(line),
          localityName,
          objectiveName: objective?.name,
          objectivePlan: objective?.plan,
          responsibleName: line.responsible && people.get(line.responsible),
          done: doneOf(line).toString(),
          percent: percentOf(line)?.toString(),
        },
      };
    }
  }
}

/** The entries of the plans that the caller may see; who is none of the staff reads them without what tells people apart. */
export async function* entryRows(stores: Stores, caller: Caller, wanted: Wanted): Rows {
  const store = workStore(stores.table);
  const { write } = entryTable();
  const isWhole = may(policies.plan.readSmallCells, caller);
  for await (const { id: board, name: localityName } of boardsOf(stores, caller, wanted)) {
    const lines = new Map((await store.plan(board)).lines.map((line) => [line.key, line]));
    for await (const entry of store.allEntries(board)) {
      const { cells: breakdown, ...cells } = write(entryCommand(entry, () => 1));
      const line = lines.get(entry.line);
      yield {
        cells: {
          ...cells,
          ...(isWhole && { cells: breakdown }),
          id: entryId(entry),
          lineName: line?.name,
          unit: line?.unit,
          localityName,
          correctedBy: entry.correctedBy && `${cells.line}.${entry.correctedBy}`,
          evidence: entry.evidence.map(({ title }) => title).join(' | '),
          by: entry.by,
          at: entry.at,
        },
      };
    }
  }
}
