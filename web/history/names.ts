import { isMailEvent, localityEventOf } from '../../domain/audit-events.ts';
import { useApiInfiniteQuery, useApiQuery } from '../api/queries.ts';
import type { HistoryEntry, LocalityDetail } from '../api/types.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { personName } from '../components/person-name.ts';
import { usePeople } from '../people/names.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { Names } from './sentences.ts';

const prefix = 'stakeholder:';
const stakeholderIn = (actor: string) => (actor.startsWith(prefix) ? [actor.slice(prefix.length)] : []);

/** The stakeholders that an entry names: who did it, or was written to. */
function stakeholdersIn(entry: HistoryEntry): string[] {
  const event = localityEventOf(entry);
  const to = event && isMailEvent(event) ? stakeholderIn(event.detail.to) : [];
  return [...stakeholderIn(entry.actor), ...to];
}

/** How all that these entries name is called. */
export function useNames(locality: LocalityDetail, entries: HistoryEntry[]): Names {
  const { messages, formats, language } = useTranslation();
  const { choicesOf } = useCatalogue();
  const { programme: id, programmeVersion: version } = locality;
  const { data: programme } = useApiQuery('GET /api/programmes/{programme}', {
    params: { programme: id },
    query: { version },
  });
  const matrix = useApiInfiniteQuery('GET /api/localities/{id}/commitments', (cursor) => ({
    params: { id: locality.id },
    query: { limit: 200, cursor },
  }));
  const commitments = matrix.data?.pages.flatMap(({ items }) => items) ?? [];
  const people = usePeople(entries.flatMap(stakeholdersIn), locality.id);
  const stageOf = (key: string) => programme?.stages.find((stage) => stage.key === key);
  return {
    stage: (key, track) => {
      const stage = stageOf(key);
      const part = stage?.tracks?.find((one) => one.key === track);
      const name = stage?.name[language] ?? key;
      return part ? `${name}: ${part.name[language]}` : name;
    },
    activity: (key, activity) => {
      const stage = stageOf(key);
      const all = [
        ...(stage?.activities ?? []),
        ...(stage?.tracks ?? []).flatMap((track) => track.activities),
      ];
      const steps = all.flatMap((one) => one.steps ?? []);
      return [...all, ...steps].find((one) => one.key === activity)?.name[language] ?? activity;
    },
    commitment: (number) =>
      commitments.find((one) => one.id === `${locality.id}.${number}`)?.action ??
      messages.history.commitmentNumber(formats.number(number)),
    commitmentStatus: (status) =>
      choicesOf('commitmentStatuses').find(({ key }) => key === status)?.name ?? status,
    programme: (asked) => (asked === id && programme ? programme.name[language] : asked),
    person: (actor) => {
      const [stakeholder] = stakeholderIn(actor);
      if (stakeholder) return people.get(stakeholder)?.name ?? messages.history.somebody;
      return actor === 'etapas' ? messages.history.etapas : personName(actor);
    },
  };
}
