import type { Wave } from '../../domain/evaluation/evaluate.ts';
import type { EvaluationRow } from '../../domain/evaluation/evaluation-row.ts';
import { SurveyWave } from '../../domain/survey-wave.ts';
import { type Survey, surveyStore } from '../../store/surveys.ts';
import type { Table } from '../../store/transaction.ts';
import type { QuestionnaireCatalogue } from '../runtime/questionnaire-catalogue.ts';

/** What surveys are read by. */
interface Reading {
  questionnaires: QuestionnaireCatalogue;
}

/** Both surveys of a locality, as far as there are any. */
export async function surveysOf({ table }: { table: Table }, locality: string) {
  const surveys = surveyStore(table);
  const [baseline, followUp] = await Promise.all(
    SurveyWave.options.map((wave) => surveys.find(locality, wave)),
  );
  return { baseline, followUp };
}

/** A survey with the questionnaire by which it was read; those stay deployed as long as surveys are compared by them. */
function waveOf({ questionnaires }: Reading, survey: Survey): Wave {
  const { summary } = survey;
  return { summary, questionnaire: questionnaires.exact(summary.questionnaire) };
}

/** A survey that was not made: nobody was asked what the other one asks. */
const notMade = ({ summary, questionnaire }: Wave): Wave => ({
  summary: { ...summary, rows: 0, items: {} },
  questionnaire,
});

/** The waves of a locality, one that is not there yet being empty; nothing before the first survey. */
function wavesOf(
  dependencies: Reading,
  { baseline, followUp }: { baseline?: Survey; followUp?: Survey },
): { before: Wave; after: Wave } | undefined {
  const before = baseline && waveOf(dependencies, baseline);
  const after = followUp && waveOf(dependencies, followUp);
  if (before) return { before, after: after ?? notMade(before) };
  return after && { before: notMade(after), after };
}

/** Every question of the surveys, compared where that is possible. */
export async function evaluated(
  dependencies: Reading,
  surveys: { baseline?: Survey; followUp?: Survey },
): Promise<EvaluationRow[]> {
  const waves = wavesOf(dependencies, surveys);
  if (!waves) return [];
  // The distributions are a third of the code of the interface, and few requests need them.
  const { evaluate } = await import('../../domain/evaluation/evaluate.ts');
  return evaluate(waves.before, waves.after);
}
