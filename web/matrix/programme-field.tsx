import { useCatalogue } from '../components/catalogue.ts';
import { Field } from '../components/field.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { FormValues } from './form-values.ts';

interface ProgrammeFieldProps {
  value: FormValues['supportingProgramme'];
  onChange: (programme: FormValues['supportingProgramme']) => void;
}

/** The programme that supports a commitment: the anchors first, then the others with their ministries. */
export function ProgrammeField({ value, onChange }: ProgrammeFieldProps) {
  const { messages, language } = useTranslation();
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
    <Field label={messages.commitmentFields.supportingProgramme.name}>
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => choose(target.value)}>
          <option value="">{messages.matrix.noneOf}</option>
          <optgroup label={messages.matrix.anchors}>{listed(true)}</optgroup>
          <optgroup label={messages.matrix.complementary}>{listed(false)}</optgroup>
        </select>
      )}
    </Field>
  );
}
