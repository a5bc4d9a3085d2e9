import { useState } from 'react';
import { Link } from 'wouter';
import { policies } from '../../domain/policies.ts';
import { ProblemError } from '../api/problem.ts';
import { useApiQuery } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { Screen } from '../components/screen.tsx';
import { NotFound } from '../layout/not-found.tsx';
import { hasDraft } from '../session/draft.ts';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { draftOf } from './editing.ts';
import { PersonCommitments } from './person-commitments.tsx';
import { PersonDetails } from './person-details.tsx';
import { PersonEdit } from './person-edit.tsx';
import { PersonRights } from './person-rights.tsx';
import { ReachBadge } from './reach-badge.tsx';
import './people.css';

/** One person: what is known of them, what they have promised, and what they have a right to. */
export function PersonScreen({ id }: { id: string }) {
  const query = useApiQuery('GET /api/stakeholders/{id}', { params: { id } });
  if (query.error instanceof ProblemError && query.error.status === 404) return <NotFound />;
  return <QueryBoundary query={query}>{(person) => <PersonShown person={person} />}</QueryBoundary>;
}

function PersonShown({ person }: { person: Stakeholder }) {
  const { messages, formats } = useTranslation();
  const mayEdit = useMay(policies.stakeholder.edit) === true;
  const { id, name, erasedOn } = person;
  const [isEditing, setEditing] = useState(() => hasDraft(draftOf(id)));
  const isForm = isEditing && mayEdit && !erasedOn;
  return (
    <Screen
      title={name ?? messages.people.erasedName}
      aside={
        <>
          <p className="row">
            <ReachBadge person={person} />
          </p>
          <p>
            <Link href="/people" className="to-all">
              {messages.people.back}
            </Link>
          </p>
        </>
      }
    >
      {erasedOn && (
        <Notice tone="warning">
          <p>{messages.people.erasedOn(formats.date(erasedOn))}</p>
        </Notice>
      )}
      <section className="card stack" aria-label={messages.people.details}>
        {isForm ? (
          <PersonEdit person={person} onClose={() => setEditing(false)} />
        ) : (
          <>
            <PersonDetails person={person} />
            {mayEdit && !erasedOn && (
              <p>
                <button type="button" onClick={() => setEditing(true)}>
                  <Icon name="edit" />
                  {messages.people.edit}
                </button>
              </p>
            )}
          </>
        )}
      </section>
      <PersonCommitments person={person} />
      <PersonRights person={person} />
    </Screen>
  );
}
