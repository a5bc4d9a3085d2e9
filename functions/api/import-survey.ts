import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { recordSurvey } from '../../domain/commands/record-findings.ts';
import { asksFor } from '../../domain/criteria/evaluate.ts';
import { Problem } from '../../domain/errors.ts';
import type { Questionnaire } from '../../domain/evaluation/questionnaire.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { SurveyWave } from '../../domain/survey-wave.ts';
import { commit } from '../../store/commit.ts';
import { type Survey, surveyItems } from '../../store/surveys.ts';
import { writeAll } from '../../store/transaction.ts';
import { evaluated, surveysOf } from '../surveys/compared.ts';
import { largestFile } from '../tabular/limits.ts';
import { fileTypes } from '../tabular/read-file.ts';
import { rejectedRows } from '../tabular/rejected-rows.ts';
import type { ApiDependencies } from './dependencies.ts';
import { openParts } from './open-parts.ts';
import { File, Flag, RejectedRow } from './representations.ts';
import { route } from './route.ts';
import { SurveyView, surveyView } from './survey-asked.ts';

/** The questionnaire when none is asked for and the other survey was read by none. */
const standard = 'convivencia';

const Imported = z.object({
  /** Rows that were imported or, in a dry run, could be. */
  rows: z.int(),
  /** The first reasons; `refusedRows` counts the rows. */
  rejected: z.array(RejectedRow),
  refusedRows: z.int(),
  dryRun: z.boolean(),
  /** The survey as it was imported; absent when it was not. */
  survey: SurveyView.optional(),
});

/** POST /api/localities/{id}/surveys/{wave}: the answers of a baseline or follow-up survey, all of them or none. */
export const importSurvey = route({
  method: 'POST',
  path: '/api/localities/{id}/surveys/{wave}',
  summary: 'Import the survey of a wave from CSV or XLSX; another file replaces it',
  policy: policies.survey.import,
  params: z.object({ id: LocalityId, wave: SurveyWave }),
  query: z.strictObject({
    dryRun: Flag,
    partial: Flag,
    /** The questionnaire by which it is read; that of the other survey, or the standard one, unless told. */
    questionnaire: z.string().max(40).optional(),
  }),
  body: File,
  consumes: { types: fileTypes, largest: largestFile },
  responses: { 202: Imported },
  problems: ['not-found', 'body-too-large', 'unsupported-media-type', 'not-active'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id, wave }, query: { dryRun, partial, ...query }, body, caller, language }) => {
      const { table, localities, clock } = dependencies;
      const locality = permitted(policies.survey.import, caller, await localities.get(id));
      if (!locality.position) throw new Problem('not-active');
      const known = await surveysOf(dependencies, id);
      const questionnaire = questionnaireAsked(dependencies, query.questionnaire, known);
      const { readSurvey } = await import('../surveys/read-survey.ts');
      const read = await readSurvey(body.bytes, questionnaire);
      const report = (rows: number, survey?: Survey) => ({
        rows,
        rejected: rejectedRows(read.rejections, language),
        refusedRows: read.rejected,
        dryRun,
        survey: survey && surveyView(survey),
      });
      if (read.rows === 0 || dryRun || (read.rejected > 0 && !partial))
        return { response: { status: 202, body: report(dryRun ? read.rows : 0) } };

      const now = clock();
      const survey: Survey = {
        wave,
        checksum: read.checksum,
        columns: read.columns,
        summary: read.summary,
        importedBy: caller.user,
        importedAt: now.toISOString(),
      };
      const open = await openParts(dependencies, locality);
      const before = wave === 'baseline' ? known.baseline : known.followUp;
      const isThere =
        before?.checksum === survey.checksum &&
        open.every(
          ({ visit, part }) => !asksFor(part, wave) || visit.surveys[wave]?.checksum === survey.checksum,
        );
      // The same file again changes nothing.
      if (before && isThere)
        return {
          response: { status: 202, body: report(read.rows, before) },
          commit: (also) => (also.length > 0 ? writeAll(table, also) : Promise.resolve()),
        };
      const rows = await evaluated(
        dependencies,
        wave === 'baseline' ? { ...known, baseline: survey } : { ...known, followUp: survey },
      );
      const compared = rows.filter(({ verdict }) => verdict !== 'not-comparable').length;
      const change = recordSurvey(
        locality,
        open,
        {
          wave,
          checksum: survey.checksum,
          respondents: read.rows,
          compared,
          questionnaire: survey.summary.questionnaire,
        },
        caller,
        {
          programme: dependencies.programmes.exact(locality.programme),
          municipality: dependencies.municipality,
        },
      );
      return {
        response: { status: 202, body: report(read.rows, survey) },
        commit: (also) =>
          commit(table, change, now, [...surveyItems(table, id, survey, read.packs), ...also]),
      };
    },
});

function questionnaireAsked(
  { questionnaires }: Pick<ApiDependencies, 'questionnaires'>,
  asked: string | undefined,
  { baseline, followUp }: { baseline?: Survey; followUp?: Survey },
): Questionnaire {
  const other = baseline ?? followUp;
  const found =
    asked === undefined && other
      ? questionnaires.exact(other.summary.questionnaire)
      : questionnaires.newest(asked ?? standard);
  if (found) return found;
  throw new Problem('invalid-request', {
    errors: [{ path: 'questionnaire', message: 'unknown-questionnaire' }],
  });
}
