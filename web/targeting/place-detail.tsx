import type { ReactNode } from 'react';
import { FacilityType } from '../../domain/targeting/facilities.ts';
import { useNames } from '../words/names.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { RankedPlace, Ranking } from './bench.ts';

/** What is known of a place beside its rank. */
export interface PlaceOfTable {
  key: string;
  name: string;
  population?: number;
  facilities?: Record<string, number | undefined>;
}

interface PlaceDetailProps {
  place: RankedPlace;
  ranking: Ranking;
  known?: PlaceOfTable;
  /** What can be done about it. */
  children: ReactNode;
}

/** What makes the score of a place, and what is there. */
export function PlaceDetail({ place, ranking, known, children }: PlaceDetailProps) {
  const { messages, formats } = useTranslation();
  const { facilities: facilityNames } = useNames();
  const said = messages.targeting;
  const score = new Intl.NumberFormat(formats.locale, {
    maximumFractionDigits: ranking.method === 'weighted' ? 3 : 0,
  });
  const facilities = FacilityType.options.flatMap((type) => {
    const count = known?.facilities?.[type] ?? 0;
    return count > 0 ? [`${facilityNames[type]}: ${formats.number(count)}`] : [];
  });
  const contributions = Object.entries(place.contributions).sort(([, a], [, b]) => (b ?? 0) - (a ?? 0));
  return (
    <div className="stack-close">
      <dl className="particulars">
        {known?.population !== undefined && (
          <div>
            <dt>{said.columns.population}</dt>
            <dd>{formats.number(Math.round(known.population))}</dd>
          </div>
        )}
        <div>
          <dt>{said.contributions}</dt>
          {contributions.map(([indicator, value]) => (
            <dd key={indicator}>
              {indicator}: {value === null ? said.withheld : score.format(value ?? 0)}
            </dd>
          ))}
        </div>
        {facilities.length > 0 && (
          <div>
            <dt>{said.facilitiesThere}</dt>
            <dd>{formats.list(facilities)}</dd>
          </div>
        )}
      </dl>
      <div className="row">{children}</div>
    </div>
  );
}
