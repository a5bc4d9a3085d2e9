import { useMutation } from '@tanstack/react-query';
import { countFacilities } from '../../domain/targeting/facilities.ts';
import { api } from '../api/client.ts';
import { FileField } from '../components/file-field.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { RejectedRows } from '../imports/rejected-rows.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { Bench } from './bench.ts';

interface FacilitiesProps {
  bench: Bench;
  change: (part: Partial<Bench>) => void;
}

/** Schools, markets, plazas and the like, counted in the places that they stand in. */
export function Facilities({ bench, change }: FacilitiesProps) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const { places, facilities: known } = bench;
  const read = useMutation({
    mutationFn: async (content: Blob) => {
      const { facilities, rejected } = await api('POST /api/targeting/facilities', { body: content });
      const { candidates, outside } = countFacilities(places, facilities);
      const counted = facilities.length - outside.length;
      change({ places: candidates, facilities: { counted, outside: outside.length, rejected } });
    },
  });
  const hasTerritory = places.some(({ geometry }) => geometry);
  return (
    <details>
      <summary>{said.facilities}</summary>
      <div className="stack">
        {hasTerritory ? (
          <FileField
            label={said.facilitiesFile}
            hint={said.facilitiesHint}
            accept=".geojson,.json,.csv,.xlsx,application/geo+json,text/csv"
            onChoose={(_, content) => read.mutate(content)}
          />
        ) : (
          <p>{said.facilitiesNone}</p>
        )}
        {read.isPending && <p role="status">{said.reading}</p>}
        <ProblemNotice problem={read.error} />
        {known && (
          <p role="status">
            {said.facilitiesCounted(known.counted)}
            {known.outside > 0 && `; ${said.facilitiesOutside(known.outside)}`}.
          </p>
        )}
        {known && known.rejected.length > 0 && (
          <RejectedRows rejected={known.rejected} text={said.rejectedText} />
        )}
      </div>
    </details>
  );
}
