import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { EvaluationRow } from '../../domain/evaluation/evaluation-row.ts';
import { Grouping, Groups } from '../../domain/evaluation/grouping.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { evaluated, surveysOf } from '../surveys/compared.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';
import { SurveyView, surveyView } from './survey-asked.ts';

/** What each group of either wave says of one question. */
export const WaveGroups = z.object({ baseline: Groups.optional(), followUp: Groups.optional() });
const groups = { groups: WaveGroups.optional() };

/** A row with its groups, where they were asked for: each of its kinds is extended, since none takes other fields. */
const [compared, notComparable] = EvaluationRow.options;
const EvaluationItem = z.discriminatedUnion('verdict', [
  compared.extend(groups),
  notComparable.extend(groups),
]);

const Evaluation = z.object({
  baseline: SurveyView.optional(),
  followUp: SurveyView.optional(),
  /** Every question, by its indicator; shares are from 0 to 1. */
  items: z.array(EvaluationItem),
});

/** GET /api/localities/{id}/evaluation: what has changed between the surveys, and what is only noise. */
export const getEvaluation = route({
  method: 'GET',
  path: '/api/localities/{id}/evaluation',
  summary: 'The follow-up against the baseline, question by question',
  policy: policies.survey.read,
  params: z.object({ id: LocalityId }),
  query: z.strictObject({ by: Grouping.optional() }),
  body: noInput,
  responses: { 200: Evaluation },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, query: { by }, caller }) => {
      const { id } = permitted(policies.survey.read, caller, await dependencies.localities.get(params.id));
      const surveys = await surveysOf(dependencies, id);
      const { baseline, followUp } = surveys;
      const rows = await evaluated(dependencies, surveys);
      const { groupsOf } = await import('../../domain/evaluation/groups.ts');
      const groupsIn = (wave: typeof baseline, item: string) => by && groupsOf(wave?.summary.items[item], by);
      const items = rows.map((row) => ({
        ...row,
        ...(by && {
          groups: { baseline: groupsIn(baseline, row.item), followUp: groupsIn(followUp, row.item) },
        }),
      }));
      const body = {
        baseline: baseline && surveyView(baseline),
        followUp: followUp && surveyView(followUp),
        items,
      };
      return { response: { status: 200, body } };
    },
});
