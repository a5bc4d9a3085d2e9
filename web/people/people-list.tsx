import { useDeferredValue } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useApiInfiniteQuery } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { MoreButton } from '../components/more-button.tsx';
import { Empty, QueryBoundary } from '../components/query-boundary.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { ReachBadge } from './reach-badge.tsx';
import '../components/groups.css';
import './people.css';

const ways = ['true', 'false'] as const;

interface PeopleListProps {
  locality?: string;
  mayAdd: boolean;
  /** The level of the names, below the heading that the list stands under. */
  heading: 'h2' | 'h3';
}

/** People page by page: all whom one may see, or those of a locality; what is asked for is in the address. */
export function PeopleList({ locality, mayAdd, heading }: PeopleListProps) {
  const { messages } = useTranslation();
  const { choicesOf } = useCatalogue();
  const [asked, ask] = useSearchParams();
  const q = asked.get('q') ?? '';
  const sectors = choicesOf('sectors');
  const sector = sectors.find(({ key }) => key === asked.get('sector'))?.key ?? '';
  const reachable = ways.find((way) => way === asked.get('reachable')) ?? '';
  const isFiltered = q !== '' || sector !== '' || reachable !== '';
  const typed = useDeferredValue(q.trim());
  const pages = useApiInfiniteQuery('GET /api/stakeholders', (cursor) => ({
    query: {
      locality,
      cursor,
      limit: 60,
      q: typed || undefined,
      sector: sector || undefined,
      reachable: reachable || undefined,
    },
  }));
  const change = (changed: Record<string, string>) => {
    const next = { q, sector, reachable, ...changed };
    ask(
      Object.entries(next).filter(([, value]) => value !== ''),
      { replace: true },
    );
  };
  const reaches = [
    { key: 'true', name: messages.people.byMail },
    { key: 'false', name: messages.people.inPerson },
  ];
  return (
    <div className="stack">
      <div className="filters">
        <Field label={messages.people.search}>
          {(control) => (
            <input
              {...control}
              type="search"
              maxLength={200}
              value={q}
              onChange={({ target }) => change({ q: target.value })}
            />
          )}
        </Field>
        <Field label={messages.people.sector}>
          {(control) => (
            <Choice
              {...control}
              options={sectors}
              value={sector}
              none={messages.people.allSectors}
              onChoose={(chosen) => change({ sector: chosen })}
            />
          )}
        </Field>
        <Field label={messages.people.contact}>
          {(control) => (
            <Choice
              {...control}
              options={reaches}
              value={reachable}
              none={messages.people.anyContact}
              onChoose={(chosen) => change({ reachable: chosen })}
            />
          )}
        </Field>
      </div>
      <QueryBoundary query={pages}>
        {(data) => (
          <Found
            people={data.pages.flatMap(({ items }) => items)}
            isFiltered={isFiltered}
            mayAdd={mayAdd}
            heading={heading}
            hasMore={pages.hasNextPage}
          />
        )}
      </QueryBoundary>
      <MoreButton list={pages} label={messages.people.more} />
    </div>
  );
}

interface FoundProps {
  people: Stakeholder[];
  isFiltered: boolean;
  mayAdd: boolean;
  heading: PeopleListProps['heading'];
  hasMore: boolean;
}

function Found({ people, isFiltered, mayAdd, heading, hasMore }: FoundProps) {
  const { messages } = useTranslation();
  if (people.length === 0 && !hasMore)
    return (
      <Empty title={isFiltered ? messages.people.noneFound : messages.people.none}>
        <p>
          {isFiltered
            ? messages.people.noneFoundText
            : mayAdd
              ? messages.people.noneText
              : messages.people.noneTextViewer}
        </p>
      </Empty>
    );
  return (
    <>
      <p className="soft" role="status">
        {hasMore ? messages.people.shownSoFar(people.length) : messages.people.shown(people.length)}
      </p>
      <ul className="people-list">
        {people.map((person) => (
          <li key={person.id}>
            <PersonCard person={person} heading={heading} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PersonCard({ person, heading: Heading }: { person: Stakeholder } & Pick<FoundProps, 'heading'>) {
  const { messages } = useTranslation();
  const { nameOf } = useCatalogue();
  const { id, name, organization, sector, level } = person;
  const kind = [nameOf('sectors', sector), level && nameOf('levels', level)].filter(Boolean);
  return (
    <Link href={`/people/${encodeURIComponent(id)}`} className="card">
      <Heading className="name">{name ?? messages.people.erasedName}</Heading>
      {organization && <p>{organization}</p>}
      <p className="soft">{kind.join(' · ')}</p>
      <p className="row">
        <ReachBadge person={person} />
      </p>
    </Link>
  );
}
