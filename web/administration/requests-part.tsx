import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '../api/client.ts';
import { useApiInfiniteQuery } from '../api/queries.ts';
import type { PrivacyRequest } from '../api/types.ts';
import { DownloadProgress, useDownload } from '../components/download.tsx';
import { Due } from '../components/due.tsx';
import { Icon } from '../components/icon.tsx';
import { MoreButton } from '../components/more-button.tsx';
import { Empty, QueryBoundary } from '../components/query-boundary.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { useAdministrationWords } from './words.ts';

/** The register of what people ask for about their data: what is to be answered, and what was. */
export default function RequestsPart() {
  const said = useAdministrationWords().requests;
  const [isAdding, setAdding] = useState(false);
  const query = useApiInfiniteQuery('GET /api/privacy-requests', (cursor) => ({
    query: { limit: 50, cursor },
  }));
  return (
    <section className="stack" aria-labelledby="requests">
      <div className="stack-close">
        <h2 id="requests">{said.title}</h2>
        <p>{said.text}</p>
        <p>
          <button type="button" className="main" onClick={() => setAdding(true)}>
            {said.add}
          </button>
        </p>
      </div>
      <QueryBoundary query={query}>
        {({ pages }) => <Requests requests={pages.flatMap(({ items }) => items)} />}
      </QueryBoundary>
      <MoreButton list={query} label={said.showMore} />
      {isAdding && <RequestDialog onClose={() => setAdding(false)} />}
    </section>
  );
}

function Requests({ requests }: { requests: PrivacyRequest[] }) {
  const said = useAdministrationWords().requests;
  if (requests.length === 0)
    return (
      <Empty title={said.none}>
        <p>{said.noneText}</p>
      </Empty>
    );
  return (
    <ul className="tiles">
      {requests.map((request) => (
        <li key={request.id}>
          <RequestCard request={request} />
        </li>
      ))}
    </ul>
  );
}

function RequestCard({ request }: { request: PrivacyRequest }) {
  const { formats } = useTranslation();
  const said = useAdministrationWords().requests;
  const [isAnswering, setAnswering] = useState(false);
  const { id, kind, stakeholder, name = said.nobody, receivedOn, dueOn, answeredOn, note, answer } = request;
  const pdf = useDownload(async (asked: string, onReceived) => {
    const params = { id: asked };
    const file = await api('GET /api/privacy-requests/{id}/answer.pdf', { params }, { onReceived });
    return { file, name: `${asked}-answer.pdf` };
  });
  return (
    <article className="card stack-close">
      <h3>
        {stakeholder ? (
          <Link href={`/people/${encodeURIComponent(stakeholder)}`} className="lone">
            {name}
          </Link>
        ) : (
          name
        )}
      </h3>
      <p>{said.kinds[kind]}</p>
      <p className="soft">{said.received(formats.date(receivedOn))}</p>
      <p>{answeredOn ? said.answered(formats.date(answeredOn)) : <Due on={dueOn} />}</p>
      {note && <p>«{note}»</p>}
      {answer && <p>«{answer}»</p>}
      <p className="row">
        <button type="button" aria-disabled={pdf.isPending} onClick={() => pdf.start(id)}>
          <Icon name="download" />
          {said.print}
          <span className="unseen">: {name}</span>
        </button>
        {!answeredOn && (
          <button type="button" className="main" onClick={() => setAnswering(true)}>
            {said.answer}
            <span className="unseen">: {name}</span>
          </button>
        )}
      </p>
      <DownloadProgress of={pdf} />
      {isAnswering && <AnswerDialog request={request} onClose={() => setAnswering(false)} />}
    </article>
  );
}
