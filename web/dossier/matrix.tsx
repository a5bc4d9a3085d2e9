import { type MatrixTeller, matrixColumns, matrixRow } from '../../domain/dossier/matrix.ts';
import { useApiInfiniteQuery } from '../api/queries.ts';
import type { Commitment } from '../api/types.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { Summary } from '../matrix/summary.tsx';
import { usePeople } from '../people/names.ts';
import { useEveryPage } from '../portfolio/every-page.ts';
import { useTranslation } from '../words/use-translation.ts';
import { useNamed } from './named.ts';
import { useDossierWords } from './words.ts';
import '../matrix/matrix.css';
import '../components/record-table.css';

/** What was promised, by whom, until when, and how it stands. */
export function Matrix({ locality }: { locality: string }) {
  const said = useDossierWords();
  const query = useApiInfiniteQuery('GET /api/localities/{id}/commitments', (cursor) => ({
    params: { id: locality },
    query: { limit: 200, cursor },
  }));
  useEveryPage(query);
  return (
    <section className="stack-close">
      <h2>{said.matrix}</h2>
      <QueryBoundary query={query}>
        {({ pages }) => (
          <Whole
            locality={locality}
            matrix={pages.flatMap(({ items }) => items)}
            missing={pages[0]?.missingSectors ?? []}
          />
        )}
      </QueryBoundary>
    </section>
  );
}

interface WholeProps {
  locality: string;
  matrix: Commitment[];
  missing: NonNullable<Commitment['sector']>[];
}

function Whole({ locality, matrix, missing }: WholeProps) {
  const { messages, formats } = useTranslation();
  const said = useDossierWords();
  const { nameOf } = useCatalogue();
  const named = useNamed(
    usePeople(
      matrix.flatMap(({ responsible, coResponsible }) => [responsible ?? [], coResponsible].flat()),
      locality,
    ),
  );
  const teller = useTeller(named);
  if (matrix.length === 0) return <p>{said.matrixNone}</p>;
  const sectors = formats.list(missing.map((sector) => nameOf('sectors', sector).toLowerCase()));
  return (
    <>
      <Summary matrix={matrix} />
      {missing.length > 0 && <p>{messages.matrix.missingSectors(sectors)}</p>}
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">{said.number}</th>
            {matrixColumns.map((column) => (
              <th key={column} scope="col">
                {messages.commitmentFields[column].short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.map((commitment, at) => (
            <Promised key={commitment.id} number={at + 1} commitment={commitment} teller={teller} />
          ))}
        </tbody>
      </table>
      <p className="soft">{said.matrixNames}</p>
    </>
  );
}

interface PromisedProps {
  number: number;
  commitment: Commitment;
  teller: MatrixTeller;
}

function Promised({ number, commitment, teller }: PromisedProps) {
  const { messages, formats } = useTranslation();
  const said = useDossierWords();
  const row = matrixRow(commitment, teller);
  return (
    <tr>
      <td data-column={said.number}>{formats.number(number)}</td>
      {matrixColumns.map((column) => {
        const [text, ...below] = row[column];
        const small = below.length > 0 && <span className="under">{below.join(' · ')}</span>;
        return column === 'action' ? (
          <th key={column} scope="row">
            {text}
            {small}
          </th>
        ) : (
          <td key={column} data-column={messages.commitmentFields[column].short}>
            {text}
            {small}
          </td>
        );
      })}
    </tr>
  );
}

/** How the matrix on the screen says what its commitments say. */
function useTeller(named: (id: string) => string): MatrixTeller {
  const { messages, formats, language } = useTranslation();
  const said = useDossierWords();
  const { nameOf, programmes } = useCatalogue();
  return {
    fields: messages.commitmentFields,
    blank: {
      responsible: messages.matrix.noResponsible,
      dueOn: messages.matrix.noDate,
      budget: said.nothing,
    },
    person: named,
    sector: () => undefined,
    list: formats.list,
    date: formats.dateWithYear,
    money: ({ amount, currency }) => formats.money(amount, currency),
    currency: () => undefined,
    percent: (progress) => messages.matrix.percent(formats.number(progress)),
    programme: (key) => programmes.find((one) => one.key === key)?.name[language] ?? key,
    area: (key) => nameOf('policyAreas', key),
    status: (key) => nameOf('commitmentStatuses', key),
  };
}
