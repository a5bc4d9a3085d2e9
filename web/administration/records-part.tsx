import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { useAudit } from './audit.ts';
import { Findings } from './findings.tsx';
import { useAdministrationWords } from './words.ts';

/** Whether every history is whole and all records agree, as far as it was looked at. */
export default function RecordsPart() {
  const { formats } = useTranslation();
  const { audit, start, goOn, stop } = useAudit();
  const said = useAdministrationWords().records;
  const { state, checked, findings, problem } = audit;
  return (
    <section className="stack" aria-labelledby="records">
      <div className="stack-close">
        <h2 id="records">{said.title}</h2>
        <p>{said.text}</p>
      </div>
      <p className="row">
        {state === 'stopped' && (
          <button type="button" className="main" onClick={goOn}>
            {said.goOn}
          </button>
        )}
        {state === 'running' ? (
          <button type="button" onClick={stop}>
            {said.stop}
          </button>
        ) : (
          <button type="button" className={state === 'untouched' ? 'main' : undefined} onClick={start}>
            {state === 'untouched' ? said.start : said.again}
          </button>
        )}
        <span role="status">
          {state === 'running' && (
            <>
              <Icon name="late" /> {said.running}{' '}
            </>
          )}
          {(state === 'running' || state === 'stopped') && said.checked(checked)}
        </span>
      </p>
      {state === 'stopped' && problem === undefined && <p className="soft">{said.stopped}</p>}
      <ProblemNotice problem={problem} />
      {state === 'done' && findings.length === 0 && (
        <Notice tone="good">
          <p role="status">
            <strong>{said.sound}.</strong> {said.soundText(formats.number(checked))}
          </p>
        </Notice>
      )}
      {findings.length > 0 && <Findings findings={findings} />}
    </section>
  );
}
