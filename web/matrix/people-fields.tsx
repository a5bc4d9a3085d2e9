import type { Stakeholder } from '../api/types.ts';
import { PersonSearch } from '../people/person-search.tsx';
import { useTranslation } from '../words/use-translation.ts';

interface PeopleFieldProps {
  locality: string;
  people: Map<string, Stakeholder>;
  onNew: (name: string, chosen: (person: string) => void) => void;
}

/** A person as they are called here. */
export function usePersonCalled(people: Map<string, Stakeholder>): (id: string) => string {
  const { messages } = useTranslation();
  return (id) => {
    const person = people.get(id);
    if (!person) return messages.matrix.unknownPerson;
    return person.erasedOn ? messages.matrix.erasedPerson : (person.name ?? id);
  };
}

/** Who is responsible: found by name, or written down on the spot. */
export function ResponsibleField(
  props: PeopleFieldProps & { value: string; onChange: (person: string) => void },
) {
  const { locality, people, value, onChange, onNew } = props;
  const { messages } = useTranslation();
  const called = usePersonCalled(people);
  if (value === '')
    return (
      <PersonSearch
        label={messages.commitmentFields.responsible.name}
        hint={messages.matrix.hints.responsible}
        locality={locality}
        without={[]}
        onChoose={onChange}
        onNew={(name) => onNew(name, onChange)}
      />
    );
  return (
    <fieldset className="field">
      <legend>{messages.commitmentFields.responsible.name}</legend>
      <Chosen all={[value]} called={called} onRemove={() => onChange('')} />
    </fieldset>
  );
}

/** Who else takes part. */
export function OthersField(
  props: PeopleFieldProps & { value: string[]; without: string; onChange: (people: string[]) => void },
) {
  const { locality, people, value, without, onChange, onNew } = props;
  const { messages } = useTranslation();
  const called = usePersonCalled(people);
  const add = (person: string) => onChange([...value, person]);
  return (
    <div className="stack-close">
      <PersonSearch
        label={messages.commitmentFields.coResponsible.name}
        hint={messages.matrix.hints.coResponsible}
        locality={locality}
        without={[without, ...value]}
        onChoose={add}
        onNew={(name) => onNew(name, add)}
      />
      <Chosen
        all={value}
        called={called}
        onRemove={(person) => onChange(value.filter((other) => other !== person))}
      />
    </div>
  );
}

interface ChosenProps {
  all: string[];
  called: (person: string) => string;
  onRemove: (person: string) => void;
}

function Chosen({ all, called, onRemove }: ChosenProps) {
  const { messages } = useTranslation();
  if (all.length === 0) return null;
  return (
    <ul className="chosen">
      {all.map((person) => (
        <li key={person}>
          <span>{called(person)}</span>
          <button
            type="button"
            className="plain"
            aria-label={messages.matrix.remove(called(person))}
            onClick={() => onRemove(person)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
