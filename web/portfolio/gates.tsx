import { Badge } from '../components/badge.tsx';
import { Due } from '../components/due.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { Entry } from './entry.ts';
import './gates.css';

/** When the gates of a locality fall due, by the tracks they are of, and which are in review. */
export function Gates({ entry: { gates, locality } }: { entry: Entry }) {
  const { messages, formats } = useTranslation();
  if (locality.status !== 'active') return null;
  if (gates.length === 0) return <p className="soft">{messages.portfolio.opening}</p>;
  const groups = Object.values(Object.groupBy(gates, ({ targetOn, inReview }) => `${targetOn} ${inReview}`));
  return (
    <ul className="gates">
      {groups.map((together) => {
        const [first] = together ?? [];
        const tracks = (together ?? []).flatMap(({ track }) => track ?? []);
        return (
          first && (
            <li key={tracks.join()}>
              {tracks.length > 0 && <span>{formats.list(tracks)}</span>}
              <Due on={first.targetOn} />
              {first.inReview && <Badge tone="quiet">{messages.portfolio.inReview}</Badge>}
            </li>
          )
        );
      })}
    </ul>
  );
}
