import { useCatalogue } from '../parts/catalogue.ts';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { useWords } from '../words/use-words.ts';
import { views } from './shown.ts';
import '../parts/groups.css';

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
  const { words } = useWords();
  const { choicesOf } = useCatalogue();
  const standings = [
    ...views.map((key) => ({ key, name: words.matrix[key] })),
    ...choicesOf('commitmentStatuses'),
  ];
  const sectors = choicesOf('sectors');
  return (
    <div className="filters">
      <Field label={words.matrix.filter.status}>
        {(control) => (
          <Choice
            {...control}
            options={standings}
            value={among(standings, filter.status)}
            none={words.matrix.all}
            onChoose={(status) => onChange({ status })}
          />
        )}
      </Field>
      <Field label={words.matrix.filter.sector}>
        {(control) => (
          <Choice
            {...control}
            options={sectors}
            value={among(sectors, filter.sector)}
            none={words.matrix.allSectors}
            onChoose={(sector) => onChange({ sector })}
          />
        )}
      </Field>
    </div>
  );
}
