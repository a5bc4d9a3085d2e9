import { useParams } from 'wouter';
import { ProblemError } from '../api/problem.ts';
import { useApiQuery } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { Screen } from '../components/screen.tsx';
import { NotFound } from '../layout/not-found.tsx';
import { Authenticity } from './authenticity.tsx';
import { Indicators } from './indicators.tsx';
import { Matrix } from './matrix.tsx';
import { Particulars } from './particulars.tsx';
import { StageTable } from './stage-table.tsx';
import { Targeting } from './targeting.tsx';
import { VisitsOf } from './visits.tsx';
import { Ways } from './ways.tsx';
import { useDossierWords } from './words.ts';
import './dossier.css';

/** All that is recorded of a locality on one page, to be read through or printed. */
export default function DossierScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useApiQuery('GET /api/localities/{id}', { params: { id } });
  if (query.error instanceof ProblemError && query.error.status === 404) return <NotFound />;
  return <QueryBoundary query={query}>{(locality) => <Dossier locality={locality} />}</QueryBoundary>;
}

function Dossier({ locality }: { locality: LocalityDetail }) {
  const said = useDossierWords();
  const stages = useApiQuery('GET /api/localities/{id}/stages', { params: { id: locality.id } });
  return (
    <Screen title={said.title(locality.name)} aside={<Ways locality={locality.id} />}>
      <article className="dossier">
        <Particulars locality={locality} />
        <QueryBoundary query={stages}>
          {({ items }) => (
            <>
              <StageTable locality={locality} stages={items} />
              <VisitsOf stages={items} />
              <Targeting locality={locality.id} stages={items} />
            </>
          )}
        </QueryBoundary>
        <Matrix locality={locality.id} />
        <Indicators locality={locality} />
        <Authenticity locality={locality.id} />
      </article>
    </Screen>
  );
}
