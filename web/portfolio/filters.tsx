import { useMemo, useState } from 'react';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { personName } from '../components/person-name.ts';
import { useTranslation } from '../words/use-translation.ts';
import { type Asked, filtersIn } from './asked.ts';
import { type Entry, type Programmes, standings } from './entry.ts';
import { standingWord } from './standing-word.ts';

interface FiltersProps {
  asked: Asked;
  typed: string;
  setTyped: (typed: string) => void;
  change: (some: Partial<Asked>) => void;
  entries: readonly Entry[];
  programmes: Programmes;
  /** The programme that is looked at, chosen or not. */
  programme?: string;
}

const coordinatorsOf = (entries: readonly Entry[]) =>
  [...new Set(entries.flatMap(({ locality }) => locality.coordinators))].sort();

/** What narrows the localities down: by their names always in sight, by the rest on a phone when it is asked for. */
export function Filters({ asked, typed, setTyped, change, entries, programmes, programme }: FiltersProps) {
  const { messages, language } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const coordinators = useMemo(() => coordinatorsOf(entries), [entries]);
  const { view, stage, standing, coordinator } = asked;
  const inUse = filtersIn(asked);
  const stages = programmes.find(({ id }) => id === programme)?.stages ?? [];
  return (
    <search className="filters">
      <Field label={messages.portfolio.search}>
        {(control) => (
          <input {...control} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
        )}
      </Field>
      <button type="button" className="fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {inUse > 0 ? messages.portfolio.filtersInUse(inUse) : messages.portfolio.filters}
      </button>
      <div className={isOpen ? 'choices open' : 'choices'}>
        {programmes.length > 1 && (
          <Field label={messages.portfolio.programme}>
            {(control) => (
              <Choice
                {...control}
                options={programmes.map(({ id, name }) => ({ key: id, name: name[language] }))}
                value={programme ?? ''}
                none={view === 'board' ? undefined : messages.portfolio.allProgrammes}
                onChoose={(chosen) => change({ programme: chosen || undefined, stage: undefined })}
              />
            )}
          </Field>
        )}
        {view !== 'board' && stages.length > 0 && (
          <Field label={messages.portfolio.stage}>
            {(control) => (
              <Choice
                {...control}
                options={stages.map(({ key, name }) => ({ key, name: name[language] }))}
                value={stage ?? ''}
                none={messages.portfolio.allStages}
                onChoose={(chosen) => change({ stage: chosen || undefined })}
              />
            )}
          </Field>
        )}
        <Field label={messages.portfolio.standing}>
          {(control) => (
            <Choice
              {...control}
              options={standings.map((key) => ({ key, name: standingWord(messages, key) }))}
              value={standing ?? ''}
              none={messages.portfolio.allStandings}
              onChoose={(chosen) => change({ standing: chosen || undefined })}
            />
          )}
        </Field>
        {coordinators.length > 1 && (
          <Field label={messages.portfolio.coordinator}>
            {(control) => (
              <Choice
                {...control}
                options={coordinators.map((key) => ({ key, name: personName(key) }))}
                value={coordinator ?? ''}
                none={messages.portfolio.allCoordinators}
                onChoose={(chosen) => change({ coordinator: chosen || undefined })}
              />
            )}
          </Field>
        )}
      </div>
    </search>
  );
}
