import { useEffect, useState } from 'react';
import { Route, Switch, useLocation, useSearchParams } from 'wouter';
import { policies } from '../../domain/policies.ts';
import { useApiInfiniteQuery } from '../api/queries.ts';
import type { Commitment, LocalityDetail } from '../api/types.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { Exports } from '../components/exports.tsx';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { Empty, QueryBoundary } from '../components/query-boundary.tsx';
import { hasUploads } from '../files/uploads.ts';
import { ImportPanel } from '../imports/import-panel.tsx';
import { addressOf } from '../locality/addresses.ts';
import { usePeople } from '../people/names.ts';
import { hasDraft } from '../session/draft.ts';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { CommitmentItem } from './commitment-item.tsx';
import { columns } from './commitment-line.tsx';
import { MatrixFilter } from './filter.tsx';
import { NewCommitment, newDraftOf } from './new-commitment.tsx';
import { shownOf } from './shown.ts';
import { Summary } from './summary.tsx';
import './matrix.css';

/** The commitment matrix of a locality: what was promised, by whom, until when and how it stands. */
export default function MatrixTab({ locality }: { locality: LocalityDetail }) {
  const back = addressOf(locality.id, 'matrix');
  return (
    <Switch>
      <Route path="/localities/:id/matrix/import">
        <ImportPanel kind="commitments" locality={locality.id} back={back} />
      </Route>
      <Route>
        <Matrix locality={locality} />
      </Route>
    </Switch>
  );
}

function Matrix({ locality }: { locality: LocalityDetail }) {
  const { id } = locality;
  const pages = useApiInfiniteQuery('GET /api/localities/{id}/commitments', (cursor) => ({
    params: { id },
    query: { limit: 200, cursor },
  }));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  // A matrix is judged as a whole: it is small, and all of it is asked for.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <QueryBoundary query={pages}>
      {({ pages: all }) => (
        <Whole
          locality={locality}
          matrix={all.flatMap(({ items }) => items)}
          missing={all[0]?.missingSectors ?? []}
        />
      )}
    </QueryBoundary>
  );
}

interface WholeProps {
  locality: LocalityDetail;
  matrix: Commitment[];
  missing: NonNullable<Commitment['sector']>[];
}

function Whole({ locality, matrix, missing }: WholeProps) {
  const { messages, formats } = useTranslation();
  const { nameOf } = useCatalogue();
  const [, go] = useLocation();
  const isOver = locality.status === 'completed' || locality.status === 'closed';
  const isChanger = useMay(policies.commitment.edit);
  const mayChange = isChanger === true && !isOver;
  const form = newDraftOf(locality.id);
  const [isAdding, setAdding] = useState(() => hasDraft(form) || hasUploads(form));
  const people = usePeople(
    matrix.flatMap(({ responsible, coResponsible }) => [responsible ?? [], coResponsible].flat()),
    locality.id,
  );
  const sectors = formats.list(missing.map((sector) => nameOf('sectors', sector).toLowerCase()));
  return (
    <section className="stack" aria-label={messages.matrix.title}>
      <div className="row matrix-head">
        <h2>{messages.matrix.title}</h2>
        <span className="row actions">
          {mayChange && (
            <>
              <button type="button" className="main" onClick={() => setAdding(true)} disabled={isAdding}>
                <Icon name="add" />
                {messages.matrix.add}
              </button>
              <button type="button" onClick={() => go(addressOf(locality.id, 'matrix/import'))}>
                <Icon name="upload" />
                {messages.imports.open}
              </button>
            </>
          )}
          {matrix.length > 0 && <Exports kind="commitments" locality={locality.id} />}
        </span>
      </div>
      {isOver && isChanger && <p className="soft">{messages.matrix.over}</p>}
      {isAdding && <NewCommitment locality={locality.id} people={people} onClose={() => setAdding(false)} />}
      {matrix.length > 0 && <Summary matrix={matrix} />}
      {matrix.length > 0 && missing.length > 0 && (
        <Notice tone="warning">
          <p>{messages.matrix.missingSectors(sectors)}</p>
        </Notice>
      )}
      {matrix.length > 0 ? (
        <List locality={locality} matrix={matrix} people={people} mayChange={mayChange} />
      ) : (
        !isAdding && (
          <Empty title={messages.matrix.none}>
            <p>{mayChange ? messages.matrix.noneText : messages.matrix.noneTextViewer}</p>
          </Empty>
        )
      )}
    </section>
  );
}

interface ListProps {
  locality: LocalityDetail;
  matrix: Commitment[];
  people: ReturnType<typeof usePeople>;
  mayChange: boolean;
}

function List({ locality, matrix, people, mayChange }: ListProps) {
  const { messages, formats } = useTranslation();
  const [asked, ask] = useSearchParams();
  const filter = { status: asked.get('status') ?? '', sector: asked.get('sector') ?? '' };
  const isFiltered = filter.status !== '' || filter.sector !== '';
  const shown = shownOf(matrix, filter, formats.isLate);
  return (
    <>
      <MatrixFilter
        filter={filter}
        onChange={(changed) =>
          ask(
            Object.entries({ ...filter, ...changed }).filter(([, value]) => value !== ''),
            { replace: true },
          )
        }
      />
      <p className="soft" role="status">
        {isFiltered
          ? messages.matrix.shown(messages.matrix.count(shown.length), formats.number(matrix.length))
          : messages.matrix.count(shown.length)}
      </p>
      {shown.length === 0 ? (
        <Empty title={messages.matrix.noneFound}>
          <p>{messages.matrix.noneFoundText}</p>
          <button type="button" onClick={() => ask([], { replace: true })}>
            {messages.matrix.clear}
          </button>
        </Empty>
      ) : (
        <>
          <div className="commitment-line columns" aria-hidden="true">
            {columns.map((column) => (
              <span key={column}>{messages.commitmentFields[column].short}</span>
            ))}
          </div>
          <ul className="commitments">
            {shown.map((commitment) => (
              <CommitmentItem
                key={commitment.id}
                commitment={commitment}
                people={people}
                mayChange={mayChange}
                locality={locality.id}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
