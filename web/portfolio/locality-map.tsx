import { memo, useMemo, useState } from 'react';
import { policies } from '../../domain/policies.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Empty, Loading } from '../components/query-boundary.tsx';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { Asked } from './asked.ts';
import type { Entry, Programmes } from './entry.ts';
import { MapList } from './map-list.tsx';
import { type Look, looksOf } from './map-looks.ts';
import { MapPicture } from './map-picture.tsx';
import { useTerritories } from './use-territories.ts';
import './locality-map.css';

interface LocalityMapProps {
  /** Those that are looked for; the others are there for orientation. */
  shown: readonly Entry[];
  entries: readonly Entry[];
  programmes: Programmes;
  colours: Asked['colours'];
  change: (some: Partial<Asked>) => void;
}

/** Where localities are and how they stand, as a picture and as a list that says the same. */
export default memo(function LocalityMap({ shown, entries, programmes, colours, change }: LocalityMapProps) {
  const { messages, language } = useTranslation();
  const { outlines, isWhole, query } = useTerritories();
  const [chosen, setChosen] = useState<{ id: string; isFromList: boolean }>();
  const { looks, lookOf } = useMemo(
    () => looksOf({ by: colours, programmes, messages, language }),
    [colours, programmes, messages, language],
  );
  const shapes = useMemo(() => {
    const looked = new Set(shown);
    return entries.flatMap((entry) => {
      const { id, name } = entry.locality;
      const outline = outlines.get(id);
      return outline ? [{ id, name, outline, look: looked.has(entry) ? lookOf(entry) : undefined }] : [];
    });
  }, [entries, shown, outlines, lookOf]);

  const missing = shown.filter(({ locality }) => !outlines.has(locality.id)).length;
  const isNone = isWhole && shapes.length === 0;
  const list = (
    <MapList
      shown={shown}
      outlines={outlines}
      isWhole={isWhole}
      lookOf={lookOf}
      chosen={chosen}
      choose={setChosen}
    />
  );
  if (query.error && shapes.length === 0)
    return <ProblemNotice problem={query.error} again={() => void query.refetch()} />;
  if (!isWhole && shapes.length === 0) return <Loading />;
  if (isNone)
    return (
      <>
        <NoTerritories />
        {list}
      </>
    );
  return (
    <div className="map-and-list">
      <div className="stack-close">
        <div className="map-head">
          <Field label={messages.territories.colours}>
            {(control) => (
              <Choice
                {...control}
                options={[
                  { key: 'stage', name: messages.territories.colour.stage },
                  { key: 'standing', name: messages.territories.colour.standing },
                ]}
                value={colours}
                onChoose={(by) => change({ colours: by || undefined })}
              />
            )}
          </Field>
          {!isWhole && !query.error && (
            <p className="soft" role="status">
              {messages.territories.coming}
            </p>
          )}
        </div>
        <MapPicture shapes={shapes} chosen={chosen} choose={(id) => setChosen({ id, isFromList: false })} />
        <Legend looks={looks} shown={shown} lookOf={lookOf} hasOthers={shown.length < entries.length} />
        {query.error && <ProblemNotice problem={query.error} again={() => void query.fetchNextPage()} />}
        {isWhole && missing > 0 && <p className="soft">{messages.territories.missing(missing)}</p>}
      </div>
      {list}
    </div>
  );
});

/** What a colour stands for, and how many localities have it. */
function Legend({
  looks,
  shown,
  lookOf,
  hasOthers,
}: {
  looks: readonly Look[];
  shown: readonly Entry[];
  lookOf: (entry: Entry) => Look | undefined;
  hasOthers: boolean;
}) {
  const { messages } = useTranslation();
  const counts = useMemo(() => Map.groupBy(shown, lookOf), [shown, lookOf]);
  return (
    <section className="legend" aria-label={messages.territories.legend}>
      <ul>
        {looks
          .filter((look) => counts.has(look))
          .map((look) => (
            <li key={look.sign}>
              <span className={`swatch ${look.colour}`} aria-hidden="true">
                {look.sign}
              </span>
              {look.name}
              <span className="soft">{messages.portfolio.shown(counts.get(look)?.length ?? 0)}</span>
            </li>
          ))}
        {hasOthers && (
          <li>
            <span className="swatch faint" aria-hidden="true" />
            {messages.territories.others}
          </li>
        )}
      </ul>
    </section>
  );
}

function NoTerritories() {
  const { messages } = useTranslation();
  const mayEdit = useMay(policies.locality.edit);
  return (
    <Empty title={messages.territories.none}>
      <p>{mayEdit ? messages.territories.noneText : messages.territories.noneTextViewer}</p>
    </Empty>
  );
}
