import { Route, Switch } from 'wouter';
import { policies } from '../../domain/policies.ts';
import { Screen } from '../components/screen.tsx';
import { ImportPanel } from '../imports/import-panel.tsx';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { PeopleHead } from './people-head.tsx';
import { PeopleList } from './people-list.tsx';
import { PersonScreen } from './person-screen.tsx';

/** All the people one may see, and each of them. */
export default function PeopleScreen() {
  const { messages } = useTranslation();
  const mayAdd = useMay(policies.stakeholder.create) === true;
  return (
    <Switch>
      <Route path="/people/import">
        <Screen title={messages.people.title}>
          <ImportPanel kind="stakeholders" back="/people" />
        </Screen>
      </Route>
      <Route path="/people/:id">{({ id }) => <PersonScreen key={id} id={decodeURIComponent(id)} />}</Route>
      <Route>
        <Screen title={messages.people.title} aside={<p className="soft">{messages.people.text}</p>}>
          <PeopleHead mayAdd={mayAdd} importAt="/people/import" />
          <PeopleList mayAdd={mayAdd} heading="h2" />
        </Screen>
      </Route>
    </Switch>
  );
}
