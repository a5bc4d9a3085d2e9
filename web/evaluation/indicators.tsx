import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Grouping } from '../../domain/evaluation/grouping.ts';
import { useAnswer } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { Empty, Loaded } from '../parts/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import type { Evaluation } from './figures.ts';
import { QuestionnaireFiles } from './questionnaire-files.tsx';
import { useQuestionnaires } from './questionnaires.ts';
import { Results } from './results.tsx';
import { Surveys } from './surveys.tsx';

/** The surveys of a locality, what they need beforehand, and what they say. */
export function Indicators({ locality }: { locality: LocalityDetail }) {
  const { words } = useWords();
  const [search] = useSearchParams();
  const by = Grouping.safeParse(search.get('by')).data;
  const query = useAnswer('GET /api/localities/{id}/evaluation', {
    params: { id: locality.id },
    query: { by },
  });
  const isUnderWay = locality.status === 'active' || locality.status === 'on-hold';
  return (
    <Loaded query={query}>
      {(evaluation) => (
        <>
          <Surveys locality={locality} evaluation={evaluation} />
          {isUnderWay && <Preparation evaluation={evaluation} />}
          {evaluation.items.length === 0 ? (
            <Empty title={words.evaluation.none}>
              <p>{words.evaluation.noneText}</p>
            </Empty>
          ) : (
            <Results locality={locality} evaluation={evaluation} by={by} />
          )}
        </>
      )}
    </Loaded>
  );
}

/** What a survey is made with; open until there is one. */
function Preparation({ evaluation: { baseline, followUp } }: { evaluation: Evaluation }) {
  const { words, language } = useWords();
  const questionnaires = useQuestionnaires();
  const [chosen, setChosen] = useState('');
  const usual = (baseline ?? followUp)?.questionnaire.id ?? 'convivencia';
  const options = questionnaires.map(({ id, name }) => ({ key: id, name: name[language] }));
  const shown = options.find(({ key }) => key === (chosen || usual))?.key ?? options[0]?.key;
  if (!shown) return null;
  return (
    <details className="card" open={!baseline || undefined}>
      <summary>{words.evaluation.prepare}</summary>
      <div className="stack">
        <p>{words.evaluation.prepareText}</p>
        {options.length > 1 && (
          <Field label={words.evaluation.questionnaire}>
            {(control) => <Choice {...control} options={options} value={shown} onChoose={setChosen} />}
          </Field>
        )}
        <QuestionnaireFiles questionnaire={shown} />
      </div>
    </details>
  );
}
