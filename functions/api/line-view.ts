import * as z from 'zod';
import type { Caller } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId } from '../../domain/locality-id.ts';
import { User, userIn } from '../../domain/user.ts';
import { type Board, LineId, municipal, ObjectiveId, partsOf } from '../../domain/work/board.ts';
import { DimensionSums } from '../../domain/work/breakdown.ts';
import {
  blanksOf,
  doneOf,
  Line,
  type LineEdit,
  lineId,
  Objective,
  objectiveId,
  percentOf,
} from '../../domain/work/line.ts';
import { partFault } from '../../domain/work/line-part.ts';
import { byPeriod } from '../../domain/work/sums.ts';
import { workStore } from '../../store/work.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownStakeholders } from './known-ids.ts';

/** The board and key that a line's id is made of. */
export const LineAddress = LineId.transform(partsOf);

export const ObjectiveView = Objective.omit({ board: true, revision: true }).extend({
  id: ObjectiveId,
  locality: LocalityId.optional(),
  version: z.int(),
});

/** Sums by calendar period, in the line's unit. */
const PeriodSums = z.record(z.string(), z.number());

/** What a line adds up to in one month, by the values that its entries name. */
const CellView = z.object({
  month: z.string(),
  cells: z.record(z.string(), z.string()),
  quantity: z.number(),
});

/** A line as it is shown, with what its entries add up to. */
export const LineView = Line.omit({
  board: true,
  sums: true,
  entries: true,
  reportOn: true,
  noughts: true,
  asked: true,
  revision: true,
  writes: true,
}).extend({
  id: LineId,
  locality: LocalityId.optional(),
  /** The sum of its entries. */
  done: z.number(),
  /** Of the target, or of what is allowed at most; none without a target. */
  percent: z.number().optional(),
  /** The fields that nobody has filled in. */
  blanks: z.array(z.string()),
  /** By `2026-01`, `2026-Q1`, `2026`. */
  sums: z.object({ month: PeriodSums, quarter: PeriodSums, year: PeriodSums }),
  /** By month and breakdown, where staff ask for one line: of entries that name any value. */
  byCell: z.array(CellView).optional(),
  /** By quarter and by the values of each dimension, where one line is asked for; small cells are hidden from viewers. */
  byQuarter: z.object({ quarters: z.array(z.string()), dimensions: z.array(DimensionSums) }).optional(),
  version: z.int(),
});

const localityOf = (board: string) => (board === municipal ? undefined : board);

export function objectiveView({ board, revision, ...shown }: Objective): z.infer<typeof ObjectiveView> {
  return {
    id: objectiveId({ board, key: shown.key }),
    locality: localityOf(board),
    ...shown,
    version: revision,
  };
}

/** Shows a line; its version is the revision of its board at which its particulars last changed. */
export function lineView(line: Line): z.infer<typeof LineView> {
  const { board, sums, entries: _, noughts: __, reportOn: ___, ...known } = line;
  const { asked: ____, revision, writes: _____, ...shown } = known;
  return {
    id: lineId(line),
    locality: localityOf(board),
    ...shown,
    done: doneOf(line),
    percent: percentOf(line),
    blanks: blanksOf(line),
    sums: {
      month: byPeriod(sums, 'month'),
      quarter: byPeriod(sums, 'quarter'),
      year: byPeriod(sums, 'year'),
    },
    version: revision,
  };
}

type Named = Pick<LineEdit, 'objective' | 'responsible' | 'stage' | 'track'>;

/**
 * What a line names, as it is written down: its objective by its id, its responsible as they are known. What stands in the
 * line `before` may stay.
 * @throws Problem `invalid-request` naming each that is not there, or that the caller may not see
 */
export async function namedByLine<Said extends Named>(
  dependencies: Pick<ApiDependencies, 'table' | 'stakeholders' | 'lists' | 'municipality' | 'programmes'>,
  caller: Caller,
  board: Board,
  said: Said,
  before?: Line,
): Promise<Said> {
  const [objective, responsible] = await Promise.all([objectiveNamed(), responsibleNamed()]);
  stageNamed();
  return { ...said, objective, responsible };

  async function objectiveNamed() {
    if (!said.objective) return said.objective;
    const at = said.objective.includes('.')
      ? partsOf(said.objective)
      : { board: board.id, key: said.objective };
    const theirs = at.board === board.id || at.board === municipal;
    if (!theirs || !(await workStore(dependencies.table).findObjective(at)))
      throw wrong('objective', 'unknown-objective');
    return objectiveId(at);
  }

  async function responsibleNamed() {
    if (!said.responsible) return said.responsible;
    if (said.responsible.includes('@')) {
      if (!User.safeParse(said.responsible).success) throw wrong('responsible', 'user-name');
      return userIn(dependencies.municipality, said.responsible);
    }
    const standing = before?.responsible ? [before.responsible] : [];
    await knownStakeholders(dependencies, caller, [{ path: 'responsible', id: said.responsible }], standing);
    return said.responsible;
  }

  /** A line of a locality may belong to a stage of its programme, and to a track of that. */
  function stageNamed() {
    const stage = said.stage === undefined ? before?.stage : said.stage;
    const track = said.track === undefined ? before?.track : said.track;
    const stages = board.locality ? dependencies.programmes.exact(board.locality.programme).stages : [];
    const fault = partFault(stages, stage ?? undefined, track ?? undefined);
    if (fault) throw wrong(fault.path, fault.message);
  }
}

const wrong = (path: string, message: string) =>
  new Problem('invalid-request', { errors: [{ path, message }] });
