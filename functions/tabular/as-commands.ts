import type { NewLocality } from '../../domain/commands/create-locality.ts';
import { type Commitment, fieldsOf } from '../../domain/commitment.ts';
import type { Locality } from '../../domain/locality.ts';
import type { NewStakeholder } from '../../domain/stakeholder-input.ts';
import type { CommitmentRow } from '../../domain/tabular/commitments.ts';
import { type EntryRow, saying } from '../../domain/tabular/entries.ts';
import type { Entry } from '../../domain/work/entry.ts';
import { ImportedLine, type Line, type LineRow, lineId } from '../../domain/work/line.ts';
import type { KnownStakeholder } from '../../store/stakeholders.ts';

/** What is there, as the commands that would make it: so it is exported, and so an import is compared with it. */
export const localityCommand = ({
  name,
  code,
  population,
  coordinators,
  programme,
}: Locality): NewLocality => ({ name, code, population, coordinators, programme: programme.id });

/** `undefined` for whom nothing is known by name any more. */
export function stakeholderCommand({ stakeholder, contact }: KnownStakeholder): NewStakeholder | undefined {
  const { sector, level, language, localities } = stakeholder;
  return contact && { ...contact, sector, level, language, localities };
}

/** Documents do not fit a table, so that a row has none. */
export const commitmentCommand = (commitment: Commitment): CommitmentRow => ({
  ...fieldsOf(commitment),
  locality: commitment.locality,
  evidence: [],
});

/** A line as the row that would make it. */
export function lineCommand(line: Line): LineRow {
  const { key: _, ...fields } = ImportedLine.parse(line);
  return { ...fields, locality: line.board };
}

/** An entry as the row that would make it, the `nth` of those that say the same. */
export const entryCommand = (entry: Entry, nthOf: (what: string) => number): EntryRow => {
  const { board, line: key, on, quantity, cells, place, note, corrects } = entry;
  const line = lineId({ board, key });
  const row = {
    line,
    on,
    quantity,
    cells,
    place,
    note,
    corrects: corrects === undefined ? undefined : `${line}.${corrects}`,
    evidence: [],
  };
  return { ...row, nth: nthOf(saying(row)) };
};
