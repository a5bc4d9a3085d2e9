import type { ReactNode } from 'react';
import { useTranslation } from '../words/use-translation.ts';
import type { Firmness, Ranking } from './bench.ts';

interface SensitivityCardProps {
  ranking: Ranking;
  firmness: Firmness;
  isComputing: boolean;
  /** The way to vary the weights more, or less. */
  children?: ReactNode;
}

/** Nine times in ten. */
const firmly = 0.9;

/** Whether the first places hang on the weights, and on any one indicator. */
export function SensitivityCard({ ranking, firmness, isComputing, children }: SensitivityCardProps) {
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const isOne = Object.keys(ranking.weights).length < 2;
  const percent = new Intl.NumberFormat(formats.locale, { style: 'percent' });
  const names = new Map(ranking.places.map(({ key, name }) => [key, name]));
  const listed = (keys: string[]) => formats.list(keys.map((key) => names.get(key) ?? key));
  const inTop = new Set(ranking.places.filter((place) => place.inTop).map(({ key }) => key));
  const firm = firmness?.places.filter(({ key, inTop: times }) => inTop.has(key) && times >= firmly) ?? [];
  return (
    <section className="card stack-close" aria-labelledby="sensitivity">
      <h2 id="sensitivity">{said.sensitivity}</h2>
      {isOne && <p>{said.sensitivityOne}</p>}
      {!isOne && children}
      {!isOne && isComputing && <p role="status">{said.computing}</p>}
      {firmness && (
        <>
          <p role="status">
            <strong>{said.firm(formats.number(firm.length), formats.number(inTop.size))}</strong>{' '}
            <span className="soft">
              {said.sensitivityText(formats.number(firmness.draws), percent.format(firmness.spread))}
            </span>
          </p>
          <details>
            <summary>{said.without}</summary>
            <ul className="dotted">
              {firmness.without.map(({ indicator, leave, enter }) => (
                <li key={indicator}>
                  {said.withoutOne(indicator)}:{' '}
                  {leave.length + enter.length === 0
                    ? said.withoutSame
                    : [
                        leave.length > 0 && said.withoutLeave(listed(leave)),
                        enter.length > 0 && said.withoutEnter(listed(enter)),
                      ]
                        .filter(Boolean)
                        .join('; ')}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}
