import { useState } from 'react';
import { Link } from 'wouter';
import { ProblemError } from '../api/problem.ts';
import { useAnswer } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { NotFound } from '../frame/not-found.tsx';
import { useMayChange } from '../locality/access.ts';
import { Icon } from '../parts/icon.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { hasDraft } from '../session/draft.ts';
import { useWords } from '../words/use-words.ts';
import { draftOf } from './editing.ts';
import { PersonCommitments } from './person-commitments.tsx';
import { PersonDetails } from './person-details.tsx';
import { PersonEdit } from './person-edit.tsx';
import { PersonRights } from './person-rights.tsx';
import { ReachBadge } from './reach-badge.tsx';
import './people.css';

/** One person: what is known of them, what they have promised, and what they have a right to. */
export function PersonScreen({ id }: { id: string }) {
  const query = useAnswer('GET /api/stakeholders/{id}', { params: { id } });
  if (query.error instanceof ProblemError && query.error.status === 404) return <NotFound />;
  return <Loaded query={query}>{(person) => <PersonShown person={person} />}</Loaded>;
}

function PersonShown({ person }: { person: Stakeholder }) {
  const { words, formats } = useWords();
  const mayChange = useMayChange() === true;
  const { id, name, erasedOn } = person;
  const [isEditing, setEditing] = useState(() => hasDraft(draftOf(id)));
  const isForm = isEditing && mayChange && !erasedOn;
  return (
    <Screen
      title={name ?? words.people.erasedName}
      aside={
        <>
          <p className="row">
            <ReachBadge person={person} />
          </p>
          <p>
            <Link href="/people" className="to-all">
              {words.people.back}
            </Link>
          </p>
        </>
      }
    >
      {erasedOn && (
        <Notice tone="warning">
          <p>{words.people.erasedOn(formats.date(erasedOn))}</p>
        </Notice>
      )}
      <section className="card stack" aria-label={words.people.details}>
        {isForm ? (
          <PersonEdit person={person} onClose={() => setEditing(false)} />
        ) : (
          <>
            <PersonDetails person={person} />
            {mayChange && !erasedOn && (
              <p>
                <button type="button" onClick={() => setEditing(true)}>
                  <Icon name="edit" />
                  {words.people.edit}
                </button>
              </p>
            )}
          </>
        )}
      </section>
      <PersonCommitments person={person} />
      {mayChange && <PersonRights person={person} />}
    </Screen>
  );
}
