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
  if (matrix.length === 0) return <p>{said.matrixNone}</p>;
  const { columns } = messages.matrix;
  const sectors = formats.list(missing.map((sector) => nameOf('sectors', sector).toLowerCase()));
  return (
    <>
      <Summary matrix={matrix} />
      {missing.length > 0 && <p>{messages.matrix.missingSectors(sectors)}</p>}
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">{said.number}</th>
            <th scope="col">{columns.action}</th>
            <th scope="col">{columns.responsible}</th>
            <th scope="col">{columns.dueOn}</th>
            <th scope="col">{columns.budget}</th>
            <th scope="col">{columns.status}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.map((commitment, at) => (
            <Promised key={commitment.id} number={at + 1} {...{ commitment, named }} />
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
  named: (id: string) => string;
}

function Promised({ number, commitment, named }: PromisedProps) {
  const { messages, formats } = useTranslation();
  const said = useDossierWords();
  const { nameOf } = useCatalogue();
  const { columns } = messages.matrix;
  const { action, responsible, coResponsible, dueOn, budget, status, progress } = commitment;
  const { policyArea, supportingProgramme } = commitment;
  const under = [
    coResponsible.length > 0 ? said.together(formats.list(coResponsible.map(named))) : undefined,
    policyArea && nameOf('policyAreas', policyArea),
    supportingProgramme && nameOf('supportingProgrammes', supportingProgramme),
  ].filter(Boolean);
  const percent = messages.matrix.percent(formats.number(progress));
  return (
    <tr>
      <td data-column={said.number}>{formats.number(number)}</td>
      <th scope="row">
        {action}
        {under.length > 0 && <span className="under">{under.join(' · ')}</span>}
      </th>
      <td data-column={columns.responsible}>
        {responsible ? named(responsible) : messages.matrix.noResponsible}
      </td>
      <td data-column={columns.dueOn}>{dueOn ? formats.dateWithYear(dueOn) : messages.matrix.noDate}</td>
      <td data-column={columns.budget}>
        {budget ? formats.money(budget.amount, budget.currency) : said.nothing}
      </td>
      <td data-column={columns.status}>
        {nameOf('commitmentStatuses', status)}
        {status === 'in-progress' && <span className="under">{said.progress(percent)}</span>}
      </td>
    </tr>
  );
}
