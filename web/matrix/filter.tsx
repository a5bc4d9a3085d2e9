import { useCatalogue } from '../components/catalogue.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { views } from './shown.ts';
import '../components/groups.css';

export interface Filter {
  status: string;
  sector: string;
}

interface MatrixFilterProps {
  filter: Filter;
  onChange: (changed: Partial<Filter>) => void;
}

const among = <Key extends string>(options: { key: Key; name: string }[], asked: string): Key | '' =>
  options.find(({ key }) => key === asked)?.key ?? '';

/** What of the matrix is shown: by how it stands, and by sector. */
export function MatrixFilter({ filter, onChange }: MatrixFilterProps) {
  const { messages } = useTranslation();
  const { choicesOf } = useCatalogue();
  const standings = [
    ...views.map((key) => ({ key, name: messages.matrix[key] })),
    ...choicesOf('commitmentStatuses'),
  ];
  const sectors = choicesOf('sectors');
  return (
    <div className="filters">
      <Field label={messages.matrix.filter.status}>
        {(control) => (
          <Choice
            {...control}
            options={standings}
            value={among(standings, filter.status)}
            none={messages.matrix.all}
            onChoose={(status) => onChange({ status })}
          />
        )}
      </Field>
      <Field label={messages.matrix.filter.sector}>
        {(control) => (
          <Choice
            {...control}
            options={sectors}
            value={among(sectors, filter.sector)}
            none={messages.matrix.allSectors}
            onChoose={(sector) => onChange({ sector })}
          />
        )}
      </Field>
    </div>
  );
}
