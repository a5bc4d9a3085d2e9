import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Problem } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import { policies } from '../../domain/policies.ts';
import type { Column } from '../../domain/tabular/columns.ts';
import { commitmentTable } from '../../domain/tabular/commitments.ts';
import { localityTable } from '../../domain/tabular/localities.ts';
import type { Sheet } from '../../domain/tabular/sheet.ts';
import { stakeholderTable } from '../../domain/tabular/stakeholders.ts';
import type { Plan, Planner } from '../imports/plan.ts';
import { planCommitments } from '../imports/plan-commitments.ts';
import { planLocalities } from '../imports/plan-localities.ts';
import { planStakeholders } from '../imports/plan-stakeholders.ts';
import { importWriter } from '../imports/write-import.ts';
import { largestFile } from '../tabular/limits.ts';
import { fileTypes, readFile } from '../tabular/read-file.ts';
import { rejectedRows, toldWarnings } from '../tabular/rejected-rows.ts';
import type { ApiDependencies } from './dependencies.ts';
import { File, FileWarning, Flag, RejectedRow } from './representations.ts';
import { route, validate } from './route.ts';

const planners = {
  localities: planLocalities,
  stakeholders: planStakeholders,
  commitments: planCommitments,
} satisfies Record<string, Planner>;

const columnsOfKind = {
  localities: localityTable.columns,
  stakeholders: stakeholderTable.columns,
  commitments: commitmentTable.columns,
} satisfies Record<keyof typeof planners, readonly Column[]>;

const Kind = z.enum(['localities', 'stakeholders', 'commitments']);

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
  dryRun: z.boolean(),
});

function reportOf(
  plan: Plan,
  sheets: Sheet['sheets'],
  written: boolean,
  dryRun: boolean,
  language: Language,
): z.infer<typeof Report> {
  const taken = written || dryRun;
  return {
    accepted: taken ? plan.created + plan.unchanged : 0,
    unchanged: taken ? plan.unchanged : 0,
    rejected: rejectedRows(plan.rejected.slice(0, mostShown), language),
    warnings:
      plan.warnings.length > 0 ? toldWarnings(plan.warnings.slice(0, mostShown), language) : undefined,
    sheets,
    dryRun,
  };
}

/** POST /api/imports/{kind}: rows of a file are taken in, all or none of them unless `partial` is asked for. */
export const importFile = route({
  method: 'POST',
  path: '/api/imports/{kind}',
  summary: 'Import localities, stakeholders or commitments from CSV, XLSX or GeoJSON',
  policy: policies.table.import,
  params: z.object({ kind: Kind }),
  query: z.strictObject({
    dryRun: Flag,
    partial: Flag,
    /** The programme of localities that name none. */
    programme: z.string().max(60).optional(),
    /** The locality of commitments that name none. */
    locality: z.string().max(200).optional(),
    /** The sheet of a workbook that is meant, by its name. */
    sheet: z.string().max(200).optional(),
  }),
  body: File,
  consumes: { types: fileTypes, largest: largestFile },
  responses: { 200: Report },
  problems: ['not-found', 'body-too-large', 'unsupported-media-type', 'not-active'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { kind }, query, body, caller, language }) => {
      const imports = importWriter(dependencies);
      const { dryRun, partial, programme, locality, sheet: wanted } = query;
      const digest = createHash('sha256')
        .update(JSON.stringify([caller.user, kind, partial, programme, locality, wanted]))
        .update(body.bytes)
        .digest('hex');
      // The same file was sent again while its first import is still being written: wait until it is complete.
      if (!dryRun && !(await imports.resume(digest))) throw new Problem('unavailable');
      const sheet = await readFile(body, columnsOfKind[kind], wanted);
      const plan = await planners[kind](dependencies, {
        sheet,
        digest,
        caller,
        otherwise: kind === 'localities' ? programme : locality,
        language,
        check: (schema, value) => validate(schema, value, language),
      });
      const write = !dryRun && (partial || plan.rejected.length === 0);
      return {
        response: { status: 200, body: reportOf(plan, sheet.sheets, write, dryRun, language) },
        commit: (also) => (write ? imports.write(digest, plan.pages, also) : Promise.resolve()),
      };
    },
});
