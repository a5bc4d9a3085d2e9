import type { Stage, Visit } from '../api/types.ts';
import { useUnmetNames } from '../components/unmet-names.ts';
import { useTranslation } from '../words/use-translation.ts';
import { useDossierWords } from './words.ts';

type Decision = Visit['decisions'][number];
type Review = NonNullable<Visit['review']>;

/** Who asked, who decided and why; what was passed by exception is marked. */
export function Decisions({ visit, stages }: { visit: Visit; stages: Stage[] }) {
  const said = useDossierWords();
  const { decisions, review } = visit;
  return (
    <>
      {decisions.map((decision) => (
        <Decided key={decision.decidedAt} decision={decision} stages={stages} />
      ))}
      {review && (
        <div className="dossier-decision">
          <Reviewed review={review} />
          <p>
            <strong>{said.waiting}</strong>
          </p>
        </div>
      )}
      {decisions.length === 0 && !review && <p>{said.undecided}</p>}
    </>
  );
}

function Decided({ decision, stages }: { decision: Decision; stages: Stage[] }) {
  const { language, formats } = useTranslation();
  const said = useDossierWords();
  const { outcome, reason, toStage, decidedBy, decidedAt, review } = decision;
  const back = stages.find(({ stage }) => stage === toStage)?.name[language] ?? '';
  return (
    <div className="dossier-decision">
      <p>
        <strong>{said.outcomes[outcome](back)}</strong>
      </p>
      {review && <Reviewed review={review} />}
      <p>
        {said.decided(decidedBy, formats.dateWithYear(formats.dayOf(decidedAt)))} {said.reason(reason)}
      </p>
    </div>
  );
}

function Reviewed({ review }: { review: Review }) {
  const { formats } = useTranslation();
  const unmetNames = useUnmetNames();
  const { requestedBy, requestedAt, note, override } = review;
  const said = useDossierWords();
  return (
    <>
      <p>
        {said.asked(requestedBy, formats.dateWithYear(formats.dayOf(requestedAt)))} {note && said.note(note)}
      </p>
      {override && (
        <div className="dossier-override">
          <p className="late">{said.override(override.by, formats.dateWithYear(override.expiresOn))}</p>
          <p>{said.reason(override.reason)}</p>
          <p>{said.unmet(formats.list(unmetNames(override.unmet)))}</p>
        </div>
      )}
    </>
  );
}
