import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { policies } from '../../domain/policies.ts';
import { SurveyWave } from '../../domain/survey-wave.ts';
import { api } from '../api/client.ts';
import type { LocalityDetail } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { download } from '../components/download.tsx';
import { Icon } from '../components/icon.tsx';
import { personName } from '../components/person-name.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { Evaluation, Survey } from './figures.ts';
import { useQuestionnaireName } from './questionnaires.ts';

interface SurveysProps {
  locality: LocalityDetail;
  evaluation: Evaluation;
}

/** The two surveys of a locality: what was imported, and the way to import what was not. */
export function Surveys({ locality, evaluation }: SurveysProps) {
  const { messages } = useTranslation();
  const mayImport = useMay(policies.survey.import);
  const mayRead = useMay(policies.survey.readRows);
  const isOver = locality.status === 'completed' || locality.status === 'closed';
  return (
    <section className="stack-close" aria-labelledby="surveys">
      <h2 id="surveys">{messages.evaluation.surveys}</h2>
      <ul className="surveys">
        {SurveyWave.options.map((wave) => (
          <li key={wave} className="card stack-close">
            <SurveyCard
              locality={locality}
              wave={wave}
              survey={wave === 'baseline' ? evaluation.baseline : evaluation.followUp}
              mayImport={mayImport === true && !isOver}
              mayRead={mayRead === true}
            />
          </li>
        ))}
      </ul>
      {isOver && mayImport && <p className="soft">{messages.evaluation.over}</p>}
    </section>
  );
}

interface SurveyCardProps {
  locality: LocalityDetail;
  wave: SurveyWave;
  survey?: Survey;
  mayImport: boolean;
  /** Whether they may have the answers themselves. */
  mayRead: boolean;
}

function SurveyCard({ locality, wave, survey, mayImport, mayRead }: SurveyCardProps) {
  const { messages } = useTranslation();
  const said = messages.evaluation;
  return (
    <>
      <div className="row">
        <h3>{said.waves[wave]}</h3>
        <Badge tone={survey ? 'good' : 'quiet'} icon={survey ? 'done' : undefined}>
          {survey ? said.imported : said.notYet}
        </Badge>
      </div>
      {survey ? <Imported survey={survey} /> : <p className="soft">{said.waveTexts[wave]}</p>}
      <div className="row">
        {mayImport && (
          <Link
            href={addressOf(locality.id, `indicators/import/${wave}`)}
            className={survey ? 'button' : 'button main'}
            aria-label={survey ? `${said.replace}: ${said.waves[wave]}` : undefined}
          >
            {survey ? said.replace : said.import[wave]}
          </Link>
        )}
        {mayRead && survey && <Answers locality={locality.id} wave={wave} />}
      </div>
    </>
  );
}

function Imported({ survey }: { survey: Survey }) {
  const { messages, formats } = useTranslation();
  const nameOf = useQuestionnaireName();
  const { respondents, importedBy, importedAt, questionnaire } = survey;
  return (
    <div>
      <p>
        <strong>{messages.evaluation.respondents(respondents)}</strong>
      </p>
      <p className="soft">
        {messages.evaluation.importedBy(personName(importedBy), formats.moment(importedAt))}
      </p>
      <p className="soft">{messages.evaluation.readBy(nameOf(questionnaire))}</p>
    </div>
  );
}

/** The answers as they were imported, as a file. */
function Answers({ locality, wave }: { locality: string; wave: SurveyWave }) {
  const { messages } = useTranslation();
  const read = useMutation({
    mutationFn: async () => {
      const params = { id: locality, wave };
      const rows = await api('GET /api/localities/{id}/surveys/{wave}/rows.csv', { params });
      download(rows, `${locality}-${wave}.csv`);
    },
  });
  return (
    <>
      <button
        type="button"
        className="plain"
        aria-disabled={read.isPending}
        aria-label={messages.evaluation.downloadOf(messages.evaluation.waves[wave])}
        onClick={() => read.mutate()}
      >
        <Icon name="download" />
        {read.isPending ? messages.evaluation.preparing : messages.evaluation.download}
      </button>
      <ProblemNotice problem={read.error} />
    </>
  );
}
