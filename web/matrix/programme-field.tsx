import { useCatalogue } from '../parts/catalogue.ts';
import { Field } from '../parts/field.tsx';
import { useWords } from '../words/use-words.ts';
import type { Typed } from './typed.ts';

interface ProgrammeFieldProps {
  value: Typed['supportingProgramme'];
  onChange: (programme: Typed['supportingProgramme']) => void;
}

/** The programme that supports a commitment: the anchors first, then the others with their ministries. */
export function ProgrammeField({ value, onChange }: ProgrammeFieldProps) {
  const { words, language } = useWords();
  const { programmes } = useCatalogue();
  const listed = (isAnchor: boolean) =>
    programmes
      .filter(({ anchor }) => anchor === isAnchor)
      .map(({ key, name, ministry }) => (
        <option key={key} value={key}>
          {ministry ? `${name[language]} (${ministry})` : name[language]}
        </option>
      ));
  const choose = (chosen: string) => onChange(programmes.find(({ key }) => key === chosen)?.key ?? '');
  return (
    <Field label={words.matrix.fields.supportingProgramme}>
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => choose(target.value)}>
          <option value="">{words.matrix.noneOf}</option>
          <optgroup label={words.matrix.anchors}>{listed(true)}</optgroup>
          <optgroup label={words.matrix.complementary}>{listed(false)}</optgroup>
        </select>
      )}
    </Field>
  );
}
