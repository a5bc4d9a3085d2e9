import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { Problem } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import { policies } from '../../domain/policies.ts';
import type { Column } from '../../domain/tabular/columns.ts';
import type { Sheet } from '../../domain/tabular/sheet.ts';
import { TableKind } from '../../domain/tabular/table-kind.ts';
import { mailHourItems } from '../../store/mail-hours.ts';
import type { Plan } from '../imports/plan.ts';
import { planners } from '../imports/planners.ts';
import { importWriter } from '../imports/write-import.ts';
import { tableKinds } from '../tabular/kinds.ts';
import { largestFile } from '../tabular/limits.ts';
import { fileTypes, readFile } from '../tabular/read-file.ts';
import { rejectedRows, toldWarnings } from '../tabular/rejected-rows.ts';
import { toldDifferences } from '../tabular/told-differences.ts';
import type { ApiDependencies } from './dependencies.ts';
import { File, FileWarning, Flag, RejectedRow } from './representations.ts';
import { route, validate } from './route.ts';

const Mode = z.enum(['add', 'update']);

/** How many rejected rows are listed: a response may not exceed 6 MB, and the first reasons suffice to correct a file. */
const mostShown = 5_000;

const Report = z.object({
  /** Rows that were imported or, in a dry run, could be; rows that repeat what is there already are among them. */
  accepted: z.int(),
  /** Rows that repeat what is there already and changed nothing. */
  unchanged: z.int(),
  rejected: z.array(RejectedRow),
  /** What is to be known of how the file was read; absent where there is nothing to tell. */
  warnings: z.array(FileWarning).optional(),
  /** Of a workbook with several sheets: which were read. Another can be asked for by `sheet`. */
  sheets: z.array(z.object({ name: z.string(), read: z.boolean() })).optional(),
  /** Of an update, rows that were made anew and rows that changed what is there, or would in a dry run. */
  created: z.int().optional(),
  updated: z.int().optional(),
  /** Of an update, every column in which a row says something else than what is there; the first 5,000. */
  differences: z
    .array(
      z.object({
        row: z.int(),
        sheet: z.string().optional(),
        id: z.string(),
        /** What it is called as it stands. */
        name: z.string(),
        /** The column, as files name it. */
        field: z.string(),
        /** As files write it; `null` where nothing is written down. A territory is told by its points and its box. */
        before: z.string().nullable(),
        after: z.string().nullable(),
        /** As people read it, where that is otherwise: names of what is chosen from a list, of people and places. */
        beforeShown: z.string().optional(),
        afterShown: z.string().optional(),
      }),
    )
    .optional(),
  /** How many differences there are, those that are not listed too. */
  differing: z.int().optional(),
  /** Names what an update would do; sent back as `plan`, it is done only as long as it would be the same. */
  plan: z.string().optional(),
  dryRun: z.boolean(),
});

/** One name for what a plan would do. */
const planName = ({ created, unchanged, rejected, differences }: Plan): string =>
  createHash('sha256')
    .update(canonicalJson([created, unchanged, rejected, differences]))
    .digest('base64url');

/** Of an update: what it would change, field by field. */
const changesOf = (plan: Plan, columns: readonly Column[], taken: boolean, language: Language) => ({
  created: taken ? plan.created : 0,
  updated: taken ? plan.updated : 0,
  differences: toldDifferences(plan.differences.slice(0, mostShown), columns, plan.names, language),
  differing: plan.differences.length,
  plan: planName(plan),
});

function reportOf(
  plan: Plan,
  columns: readonly Column[],
  sheets: Sheet['sheets'],
  written: boolean,
  { dryRun, mode }: { dryRun: boolean; mode: z.infer<typeof Mode> },
  language: Language,
): z.infer<typeof Report> {
  const taken = written || dryRun;
  return {
    accepted: taken ? plan.created + plan.updated + plan.unchanged : 0,
    unchanged: taken ? plan.unchanged : 0,
    ...(mode === 'update' ? changesOf(plan, columns, taken, language) : {}),
    rejected: rejectedRows(plan.rejected.slice(0, mostShown), language),
    warnings: toldWarnings(plan.warnings, language),
    sheets,
    dryRun,
  };
}

/**
 * POST /api/imports/{kind}: rows of a file are taken in, all or none of them unless `partial` is asked for. A row that says
 * what is there already changes nothing and is never refused.
 */
export const importFile = route({
  method: 'POST',
  path: '/api/imports/{kind}',
  summary: 'Import localities, stakeholders, commitments, plan lines or entries from CSV, XLSX or GeoJSON',
  policy: policies.table.import,
  readsPersonalData: true,
  params: z.object({ kind: TableKind }),
  query: z.strictObject({
    dryRun: Flag,
    partial: Flag,
    /** `add`: what is there already stays as it is. `update`: rows change what they recognise, by id or particulars. */
    mode: Mode.default('add'),
    /** Of an update, what a blank cell says: nothing, or that what was written down is taken away where it may be. */
    blank: z.enum(['keep', 'clear']).default('keep'),
    /** What a dry run of an update named its plan: refused with `stale-version` where it would do something else by now. */
    plan: z.string().max(100).optional(),
    /** The programme of localities that name none. */
    programme: z.string().max(60).optional(),
    /** The locality of rows that name none. */
    locality: z.string().max(200).optional(),
    /** The sheet of a workbook that is meant, by its name. */
    sheet: z.string().max(200).optional(),
  }),
  body: File,
  consumes: { types: fileTypes, largest: largestFile },
  responses: { 200: Report },
  problems: [
    'not-found',
    'body-too-large',
    'unsupported-media-type',
    'not-active',
    'erased',
    'stale-version',
  ],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { kind }, query, body, caller, language }) => {
      const imports = importWriter(dependencies);
      const { plan, otherwise, whole } = planners[kind];
      const { columns } = tableKinds[kind];
      if (whole && query.partial)
        throw new Problem('invalid-request', { errors: [{ path: 'partial', message: 'whole-only' }] });
      const { dryRun, partial, programme, locality, sheet: wanted, mode, blank } = query;
      const digest = createHash('sha256')
        .update(JSON.stringify([caller.user, kind, partial, programme, locality, wanted, mode, blank]))
        .update(body.bytes)
        .digest('hex');
      // The same file was sent again while its first import is still being written: wait until it is complete.
      if (!dryRun && !(await imports.resume(digest))) throw new Problem('unavailable');
      const sheet = await readFile(body, columns, wanted);
      const planned = await plan(dependencies, {
        sheet,
        digest,
        caller,
        language,
        mode: mode === 'update' && blank === 'clear' ? 'update-and-clear' : mode,
        otherwise: otherwise === 'programme' ? programme : locality,
        check: (schema, value) => validate(schema, value, language),
      });
      if (query.plan !== undefined && query.plan !== planName(planned)) throw new Problem('stale-version');
      const write = !dryRun && (partial || planned.rejected.length === 0);
      return {
        response: {
          status: 200,
          body: reportOf(planned, columns, sheet.sheets, write, query, language),
        },
        commit: async (also) => {
          if (!write) return;
          const caused = [{ actor: caller.user, mails: planned.mails }];
          // Counted as a whole: no page of it is refused after another was written.
          const counted = await mailHourItems(dependencies.table, caused, dependencies.clock());
          await imports.write(digest, planned.pages, [...also, ...counted]);
        },
      };
    },
});
