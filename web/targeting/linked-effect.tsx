import { useApiQuery } from '../api/queries.ts';
import type { LocalityDetail, Programme } from '../api/types.ts';
import { useTranslation } from '../words/use-translation.ts';

interface LinkedEffectProps {
  locality: string;
  name: string;
  /** Absent where a figure of the place is not known. */
  rank?: number;
}

/** Whether one of the gates that are open asks for targeting. */
function asksForTargeting({ current }: LocalityDetail, { stages }: Programme): boolean {
  return current.some(({ stage, track }) => {
    const at = stages.find(({ key }) => key === stage);
    const part = track ? at?.tracks?.find(({ key }) => key === track) : at;
    return part?.criteria?.some(({ type }) => type === 'targeting-decided');
  });
}

/** What freezing does to a locality. */
export function LinkedEffect({ locality: id, name, rank }: LinkedEffectProps) {
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const { data: locality } = useApiQuery('GET /api/localities/{id}', { params: { id } });
  const { data: programme } = useApiQuery(
    'GET /api/programmes/{programme}',
    {
      params: { programme: locality?.programme ?? '' },
      query: { version: locality?.programmeVersion },
    },
    { enabled: locality !== undefined },
  );
  const place = rank === undefined ? said.noRank : said.rankIs(formats.number(rank));
  if (!locality || !programme) return `${name}: ${messages.parts.loading}`;
  if (locality.status === 'completed' || locality.status === 'closed') return said.willNotBe(name);
  return asksForTargeting(locality, programme) ? said.willCount(name, place) : said.willRecord(name, place);
}
