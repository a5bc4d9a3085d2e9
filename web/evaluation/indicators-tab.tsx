import { Route, Switch, useParams } from 'wouter';
import { SurveyWave } from '../../domain/survey-wave.ts';
import type { LocalityDetail } from '../api/types.ts';
import { NotFound } from '../layout/not-found.tsx';
import { Indicators } from './indicators.tsx';
import { SurveyImport } from './survey-import.tsx';
import './evaluation.css';

const here = '/localities/:id/indicators';

/** What the surveys of a locality say, and where they are imported. */
export default function IndicatorsTab({ locality }: { locality: LocalityDetail }) {
  return (
    <Switch>
      <Route path={here}>
        <Indicators locality={locality} />
      </Route>
      <Route path={`${here}/import/:wave`}>
        <ImportOf locality={locality} />
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}

function ImportOf({ locality }: { locality: LocalityDetail }) {
  const { wave } = useParams<{ wave: string }>();
  const known = SurveyWave.safeParse(wave);
  return known.success ? (
    <SurveyImport key={known.data} locality={locality} wave={known.data} />
  ) : (
    <NotFound />
  );
}
