import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SurveyWave } from '../../domain/survey-wave.ts';
import { api } from '../api/client.ts';
import { useApiMutation, useApiQuery } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { FileField } from '../components/file-field.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useTranslation } from '../words/use-translation.ts';
import { QuestionnaireFiles } from './questionnaire-files.tsx';
import { useQuestionnaires } from './questionnaires.ts';
import { SurveyReport } from './survey-report.tsx';

const route = 'POST /api/localities/{id}/surveys/{wave}';

interface SurveyImportProps {
  locality: LocalityDetail;
  wave: SurveyWave;
}

/** The answers of a survey from a file: checked first, written when the person has seen what is in order. */
export function SurveyImport({ locality, wave }: SurveyImportProps) {
  const { messages, formats, language } = useTranslation();
  const said = messages.surveyImport;
  const [, go] = useLocation();
  const back = addressOf(locality.id, 'indicators');
  const surveys = useApiQuery('GET /api/localities/{id}/surveys', { params: { id: locality.id } }).data
    ?.items;
  const questionnaires = useQuestionnaires();
  const [chosen, setChosen] = useState('');
  const [file, setFile] = useState<{ name: string; content: Blob }>();
  const params = { id: locality.id, wave };
  const check = useMutation({
    mutationFn: ({ content, questionnaire }: { content: Blob; questionnaire?: string }) =>
      api(route, { params, query: { dryRun: 'true', questionnaire }, body: content }),
  });
  const write = useApiMutation(route);
  const before = surveys?.find((one) => one.wave === wave);
  const usual = surveys?.[0]?.questionnaire.id ?? 'convivencia';
  const options = questionnaires.map(({ id, name }) => ({ key: id, name: name[language] }));
  const questionnaire = chosen || usual;
  // What is not chosen is left to the interface: it knows by which version the other survey was read.
  const asked = chosen || undefined;
  const choose = (name: string, content: Blob) => {
    write.reset();
    setFile({ name, content });
    check.mutate({ content, questionnaire: asked });
  };
  const chooseQuestionnaire = (id: string) => {
    setChosen(id);
    if (file) check.mutate({ content: file.content, questionnaire: id });
  };
  const confirm = (partial: boolean) => {
    if (!file || write.isPending) return;
    const query = { partial: partial ? 'true' : undefined, questionnaire: asked };
    const done = ({ rows, survey }: { rows: number; survey?: object }) => {
      if (!survey) return;
      toast(said.done(rows));
      go(back);
    };
    write.mutate({ params, query, body: file.content }, { onSuccess: done });
  };
  return (
    <section className="card stack" aria-labelledby="import">
      <div className="stack-close">
        <p>
          <Link href={back} className="lone">
            {said.back}
          </Link>
        </p>
        <h2 id="import">{said.title[wave]}</h2>
        <p>{said.counts}</p>
      </div>
      {before && (
        <Notice tone="warning">
          <p>
            {said.replaces(
              messages.evaluation.respondents(before.respondents),
              formats.moment(before.importedAt),
            )}
          </p>
        </Notice>
      )}
      {options.length > 1 && (
        <Field label={messages.evaluation.questionnaire}>
          {(control) => (
            <Choice {...control} options={options} value={questionnaire} onChoose={chooseQuestionnaire} />
          )}
        </Field>
      )}
      <QuestionnaireFiles questionnaire={questionnaire} />
      <FileField label={said.file} hint={said.fileHint} accept=".csv,.xlsx,text/csv" onChoose={choose} />
      {(check.isPending || write.isPending) && (
        <div className="stack-close">
          <p role="status">{write.isPending ? said.writing : said.checking(file?.name ?? '')}</p>
          <progress aria-label={write.isPending ? said.writing : said.checking(file?.name ?? '')} />
        </div>
      )}
      <ProblemNotice
        problem={check.error}
        again={() => file && check.mutate({ content: file.content, questionnaire: asked })}
      />
      {file && check.data && !check.isPending && !check.error && (
        <SurveyReport
          name={file.name}
          report={write.data ?? check.data}
          isBusy={write.isPending}
          onConfirm={confirm}
        />
      )}
      <ProblemNotice problem={write.error} />
    </section>
  );
}
