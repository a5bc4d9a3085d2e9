import { useParams } from 'wouter';
import { ProblemError } from '../api/problem.ts';
import { useAnswer } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { NotFound } from '../frame/not-found.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Screen } from '../parts/screen.tsx';
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
  const query = useAnswer('GET /api/localities/{id}', { params: { id } });
  if (query.error instanceof ProblemError && query.error.status === 404) return <NotFound />;
  return <Loaded query={query}>{(locality) => <Dossier locality={locality} />}</Loaded>;
}

function Dossier({ locality }: { locality: LocalityDetail }) {
  const said = useDossierWords();
  const stages = useAnswer('GET /api/localities/{id}/stages', { params: { id: locality.id } });
  return (
    <Screen title={said.title(locality.name)} aside={<Ways locality={locality.id} />}>
      <article className="dossier">
        <Particulars locality={locality} />
        <Loaded query={stages}>
          {({ items }) => (
            <>
              <StageTable locality={locality} stages={items} />
              <VisitsOf stages={items} />
              <Targeting locality={locality.id} stages={items} />
            </>
          )}
        </Loaded>
        <Matrix locality={locality.id} />
        <Indicators locality={locality} />
        <Authenticity locality={locality.id} />
      </article>
    </Screen>
  );
}
