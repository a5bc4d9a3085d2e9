import { useDeferredValue } from 'react';
import { Link, useSearchParams } from 'wouter';
import { usePages } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { useCatalogue } from '../parts/catalogue.ts';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { Empty, Loaded } from '../parts/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { ReachBadge } from './reach-badge.tsx';
import '../parts/groups.css';
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
  const { words } = useWords();
  const { choicesOf } = useCatalogue();
  const [asked, ask] = useSearchParams();
  const q = asked.get('q') ?? '';
  const sectors = choicesOf('sectors');
  const sector = sectors.find(({ key }) => key === asked.get('sector'))?.key ?? '';
  const reachable = ways.find((way) => way === asked.get('reachable')) ?? '';
  const isFiltered = q !== '' || sector !== '' || reachable !== '';
  const typed = useDeferredValue(q.trim());
  const pages = usePages('GET /api/stakeholders', (cursor) => ({
    query: {
      ...{ locality, cursor, limit: 60 },
      ...{ q: typed || undefined, sector: sector || undefined, reachable: reachable || undefined },
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
    { key: 'true', name: words.people.byMail },
    { key: 'false', name: words.people.inPerson },
  ];
  return (
    <div className="stack">
      <div className="filters">
        <Field label={words.people.search}>
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
        <Field label={words.people.sector}>
          {(control) => (
            <Choice
              {...control}
              options={sectors}
              value={sector}
              none={words.people.allSectors}
              onChoose={(chosen) => change({ sector: chosen })}
            />
          )}
        </Field>
        <Field label={words.people.contact}>
          {(control) => (
            <Choice
              {...control}
              options={reaches}
              value={reachable}
              none={words.people.anyContact}
              onChoose={(chosen) => change({ reachable: chosen })}
            />
          )}
        </Field>
      </div>
      <Loaded query={pages}>
        {(data) => (
          <Found
            people={data.pages.flatMap(({ items }) => items)}
            {...{ isFiltered, mayAdd, heading }}
            hasMore={pages.hasNextPage}
          />
        )}
      </Loaded>
      {pages.hasNextPage && (
        <p>
          <button
            type="button"
            aria-disabled={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {pages.isFetchingNextPage ? words.parts.loading : words.people.more}
          </button>
        </p>
      )}
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
  const { words } = useWords();
  if (people.length === 0)
    return (
      <Empty title={isFiltered ? words.people.noneFound : words.people.none}>
        <p>
          {isFiltered
            ? words.people.noneFoundText
            : mayAdd
              ? words.people.noneText
              : words.people.noneTextViewer}
        </p>
      </Empty>
    );
  return (
    <>
      <p className="soft" role="status">
        {hasMore ? words.people.shownSoFar(people.length) : words.people.shown(people.length)}
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
  const { words } = useWords();
  const { nameOf } = useCatalogue();
  const { id, name, organization, sector, level } = person;
  const kind = [nameOf('sectors', sector), level && nameOf('levels', level)].filter(Boolean);
  return (
    <Link href={`/people/${encodeURIComponent(id)}`} className="card">
      <Heading className="name">{name ?? words.people.erasedName}</Heading>
      {organization && <p>{organization}</p>}
      <p className="soft">{kind.join(' · ')}</p>
      <p className="row">
        <ReachBadge person={person} />
      </p>
    </Link>
  );
}
