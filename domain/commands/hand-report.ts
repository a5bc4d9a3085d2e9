import { bumpRevision, type Change, type Moment, workflowActor } from '../change.ts';
import type { Locality } from '../locality.ts';
import type { Line } from '../work/line.ts';

/**
 * The numbers of a line that nobody has reported become a task of the coordinators of its locality.
 * @param line as it is from then on
 */
export function handReport(line: Line, locality: Locality, { now, today }: Moment): Change {
  const { key, name, asked } = line;
  return {
    locality: bumpRevision(locality, {}),
    visits: [],
    work: { lines: [line] },
    tasks: {
      open: [
        {
          kind: 'report-missing',
          subject: key,
          locality: locality.id,
          since: now,
          dueOn: today,
          about: name,
        },
      ],
      clear: [],
    },
    event: {
      actor: workflowActor,
      action: 'report-missing',
      detail: { line: key, name, until: asked?.to ?? today },
    },
    outbox: [],
  };
}
