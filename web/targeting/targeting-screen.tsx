import { Route, Switch } from 'wouter';
import { NotFound } from '../layout/not-found.tsx';
import { FrozenRanking } from './frozen-ranking.tsx';
import { Rankings } from './rankings.tsx';
import { Workbench } from './workbench.tsx';
import './targeting.css';

/** Where to work first: what was decided, and where it is decided. */
export default function TargetingScreen() {
  return (
    <Switch>
      <Route path="/targeting" component={Rankings} />
      <Route path="/targeting/new" component={Workbench} />
      <Route path="/targeting/:ranking" component={FrozenRanking} />
      <Route component={NotFound} />
    </Switch>
  );
}
