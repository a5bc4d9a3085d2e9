import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Grouping } from '../../domain/evaluation/grouping.ts';
import { useApiQuery } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { Empty, QueryBoundary } from '../components/query-boundary.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { Evaluation } from './figures.ts';
import { QuestionnaireFiles } from './questionnaire-files.tsx';
import { useQuestionnaires } from './questionnaires.ts';
import { Results } from './results.tsx';
import { Surveys } from './surveys.tsx';

/** The surveys of a locality, what they need beforehand, and what they say. */
export function Indicators({ locality }: { locality: LocalityDetail }) {
  const { messages } = useTranslation();
  const [search] = useSearchParams();
  const by = Grouping.safeParse(search.get('by')).data;
  const query = useApiQuery('GET /api/localities/{id}/evaluation', {
    params: { id: locality.id },
    query: { by },
  });
  const isUnderWay = locality.status === 'active' || locality.status === 'on-hold';
  return (
    <QueryBoundary query={query}>
      {(evaluation) => (
        <>
          <Surveys locality={locality} evaluation={evaluation} />
          {isUnderWay && <Preparation evaluation={evaluation} />}
          {evaluation.items.length === 0 ? (
            <Empty title={messages.evaluation.none}>
              <p>{messages.evaluation.noneText}</p>
            </Empty>
          ) : (
            <Results locality={locality} evaluation={evaluation} by={by} />
          )}
        </>
      )}
    </QueryBoundary>
  );
}

/** What a survey is made with; open until there is one. */
function Preparation({ evaluation: { baseline, followUp } }: { evaluation: Evaluation }) {
  const { messages, language } = useTranslation();
  const questionnaires = useQuestionnaires();
  const [chosen, setChosen] = useState('');
  const usual = (baseline ?? followUp)?.questionnaire.id ?? 'convivencia';
  const options = questionnaires.map(({ id, name }) => ({ key: id, name: name[language] }));
  const shown = options.find(({ key }) => key === (chosen || usual))?.key ?? options[0]?.key;
  if (!shown) return null;
  return (
    <details className="card" open={!baseline || undefined}>
      <summary>{messages.evaluation.prepare}</summary>
      <div className="stack">
        <p>{messages.evaluation.prepareText}</p>
        {options.length > 1 && (
          <Field label={messages.evaluation.questionnaire}>
            {(control) => <Choice {...control} options={options} value={shown} onChoose={setChosen} />}
          </Field>
        )}
        <QuestionnaireFiles questionnaire={shown} />
      </div>
    </details>
  );
}
