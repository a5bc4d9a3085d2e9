import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

export const Status = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);
export type Status = z.infer<typeof Status>;

const optional = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined);

/** An execution as kept; instants in milliseconds, input and output as JSON texts. */
const ExecutionRow = z.object({
  id: z.number(),
  arn: z.string(),
  machine: z.string(),
  name: z.string(),
  status: Status,
  started: z.number(),
  stopped: z
    .number()
    .nullable()
    .transform((instant) => instant ?? undefined),
  input: z.string(),
  output: optional,
  error: optional,
  cause: optional,
});
export type ExecutionRow = z.output<typeof ExecutionRow>;

const EventRow = z.object({ id: z.number(), at: z.number(), type: z.string(), details: z.string() });
export type EventRow = z.infer<typeof EventRow>;

export interface Ending {
  status: Status;
  output?: string;
  error?: string;
  cause?: string;
}

interface Page {
  /** The last id of the page before. */
  after?: number;
  limit: number;
}

const tables = `
CREATE TABLE IF NOT EXISTS executions (
  id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL,
  started INTEGER NOT NULL, stopped INTEGER, input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT
);
CREATE INDEX IF NOT EXISTS executions_by_machine ON executions (machine, id);
CREATE INDEX IF NOT EXISTS executions_by_status ON executions (machine, status, id);
CREATE TABLE IF NOT EXISTS events (
  execution INTEGER NOT NULL, id INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL, details TEXT NOT NULL,
  PRIMARY KEY (execution, id)
) WITHOUT ROWID;
`;

/** Executions and their histories; they outlive the process, though what runs does not. */
export function openExecutionStore(database: DatabaseSync) {
  database.exec(tables);
  const insert = database.prepare(
    'INSERT INTO executions (arn, machine, name, status, started, input) VALUES (?, ?, ?, ?, ?, ?) RETURNING id',
  );
  const update = database.prepare(
    'UPDATE executions SET status = ?, stopped = ?, output = ?, error = ?, cause = ? WHERE id = ?',
  );
  const byArn = database.prepare('SELECT * FROM executions WHERE arn = ?');
  const running = database.prepare("SELECT * FROM executions WHERE status = 'RUNNING'");
  const list = database.prepare(
    'SELECT * FROM executions WHERE machine = ? AND id < ? ORDER BY id DESC LIMIT ?',
  );
  const listByStatus = database.prepare(
    'SELECT * FROM executions WHERE machine = ? AND status = ? AND id < ? ORDER BY id DESC LIMIT ?',
  );
  const append = database.prepare(
    `INSERT INTO events (execution, id, at, type, details)
     VALUES (?1, (SELECT coalesce(max(id), 0) + 1 FROM events WHERE execution = ?1), ?2, ?3, ?4)`,
  );
  const events = database.prepare('SELECT * FROM events WHERE execution = ? AND id > ? ORDER BY id LIMIT ?');
  const eventsReversed = database.prepare(
    'SELECT * FROM events WHERE execution = ? AND id < ? ORDER BY id DESC LIMIT ?',
  );
  const last = Number.MAX_SAFE_INTEGER;

  return {
    add: (row: Pick<ExecutionRow, 'arn' | 'machine' | 'name' | 'started' | 'input'>): number =>
      z
        .object({ id: z.number() })
        .parse(insert.get(row.arn, row.machine, row.name, 'RUNNING', row.started, row.input)).id,
    end(id: number, stopped: number, { status, output, error, cause }: Ending) {
      update.run(status, stopped, output ?? null, error ?? null, cause ?? null, id);
    },
    append(execution: number, at: number, type: string, details: object) {
      append.run(execution, at, type, JSON.stringify(details));
    },
    find(arn: string): ExecutionRow | undefined {
      const row = byArn.get(arn);
      return row && ExecutionRow.parse(row);
    },
    running: (): ExecutionRow[] => z.array(ExecutionRow).parse(running.all()),
    /** Newest first. */
    list(machine: string, status: Status | undefined, { after = last, limit }: Page): ExecutionRow[] {
      const rows = status ? listByStatus.all(machine, status, after, limit) : list.all(machine, after, limit);
      return z.array(ExecutionRow).parse(rows);
    },
    history(execution: number, reversed: boolean, { after, limit }: Page): EventRow[] {
      const rows = reversed
        ? eventsReversed.all(execution, after ?? last, limit)
        : events.all(execution, after ?? 0, limit);
      return z.array(EventRow).parse(rows);
    },
  };
}
export type ExecutionStore = ReturnType<typeof openExecutionStore>;
