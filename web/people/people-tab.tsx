import { Route, Switch } from 'wouter';
import { policies } from '../../domain/policies.ts';
import type { LocalityDetail } from '../api/types.ts';
import { ImportPanel } from '../imports/import-panel.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { PeopleHead } from './people-head.tsx';
import { PeopleList } from './people-list.tsx';

/** The people who promise something in a locality. */
export default function PeopleTab({ locality: { id } }: { locality: LocalityDetail }) {
  const { messages } = useTranslation();
  const mayAdd = useMay(policies.stakeholder.create) === true;
  const here = addressOf(id, 'people');
  return (
    <Switch>
      <Route path="/localities/:id/people/import">
        <ImportPanel kind="stakeholders" back={here} />
      </Route>
      <Route>
        <section className="stack" aria-label={messages.people.title}>
          <div className="stack-close">
            <h2>{messages.people.title}</h2>
            <p className="soft">{messages.people.text}</p>
          </div>
          <PeopleHead locality={id} mayAdd={mayAdd} importAt={`${here}/import`} />
          <PeopleList locality={id} mayAdd={mayAdd} heading="h3" />
        </section>
      </Route>
    </Switch>
  );
}
