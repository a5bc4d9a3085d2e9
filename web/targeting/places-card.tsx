import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod';
import { Candidate } from '../../domain/targeting/candidate.ts';
import { api } from '../api/client.ts';
import { Dialog } from '../components/dialog.tsx';
import { FileField } from '../components/file-field.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { type Bench, benchOf, withPlaces } from './bench.ts';
import { Facilities } from './facilities.tsx';
import { FaultList } from './fault-list.tsx';

interface PlacesCardProps {
  bench: Bench | null;
  put: (bench: Bench) => void;
  change: (part: Partial<Bench>) => void;
  discard: () => Promise<void>;
}

/** The places to be compared, from a file: what was read, and what is wrong with it. */
export function PlacesCard({ bench, put, change, discard }: PlacesCardProps) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const [isChanging, setChanging] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [lacks, setLacks] = useState<string>();
  const read = useMutation({
    mutationFn: async ({ content }: { name: string; content: Blob }) => {
      const { candidates, ...rest } = await api('POST /api/targeting/candidates', { body: content });
      return { places: z.array(Candidate).parse(candidates), rest };
    },
    onSuccess: ({ places, rest }, { name }) => {
      const lack =
        places.length === 0 ? said.noPlaces : rest.indicators.length === 0 ? said.noIndicators : undefined;
      setLacks(lack);
      if (lack) return;
      const next = benchOf(name, places, rest);
      put(bench ? withPlaces(bench, next) : next);
      setChanging(false);
    },
  });
  const isChoosing = !bench || isChanging;
  return (
    <section className="card stack" aria-labelledby="places">
      <h2 id="places">{said.places}</h2>
      {bench && <Summary bench={bench} />}
      {isChoosing && (
        <FileField
          label={said.placesFile}
          hint={said.placesHint}
          accept=".geojson,.json,.csv,.xlsx,application/geo+json,text/csv"
          onChoose={(name, content) => {
            setLacks(undefined);
            read.mutate({ name, content });
          }}
        />
      )}
      {read.isPending && (
        <div className="stack-close">
          <p role="status">{said.reading}</p>
          <progress aria-label={said.reading} />
        </div>
      )}
      <ProblemNotice problem={read.error} />
      {lacks && read.data && (
        <>
          <Notice tone="problem">
            <p>{lacks}</p>
          </Notice>
          <FaultList faults={read.data.rest} nameOf={(key) => key} />
        </>
      )}
      {bench && !isChoosing && (
        <>
          <div className="faults">
            <FaultList
              faults={bench.faults}
              nameOf={(key) => bench.places.find((place) => place.key === key)?.name ?? key}
            />
            <Facilities bench={bench} change={change} />
          </div>
          <div className="row">
            <button type="button" onClick={() => setChanging(true)}>
              {said.replaceFile}
            </button>
            <button type="button" className="plain" onClick={() => setLeaving(true)}>
              {said.startAgain}
            </button>
          </div>
        </>
      )}
      {isLeaving && (
        <Dialog
          title={said.startAgain}
          onClose={() => setLeaving(false)}
          confirm={{
            label: said.startAgain,
            grave: true,
            run: () => {
              void discard();
              setLeaving(false);
            },
          }}
        >
          <p>{said.startAgainText}</p>
        </Dialog>
      )}
    </section>
  );
}

function Summary({ bench: { places, file, indicators } }: { bench: Bench }) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const withTerritory = places.filter(({ geometry }) => geometry).length;
  return (
    <p role="status">
      <strong>{said.read(places.length, file)}</strong>
      {`: ${said.indicatorCount(indicators.length)}, ${said.withTerritory(withTerritory)}.`}
    </p>
  );
}
