import { Field } from '../components/field.tsx';
import { useTranslation } from '../words/use-translation.ts';

interface SheetChoiceProps {
  sheets: { name: string; read: boolean }[];
  sheet: string;
  onSheet: (sheet: string) => void;
}

/** Of a workbook with several sheets: which of them is read. */
export function SheetChoice({ sheets, sheet, onSheet }: SheetChoiceProps) {
  const { messages } = useTranslation();
  return (
    <Field label={messages.imports.chooseSheet}>
      {(control) => (
        <select {...control} value={sheet} onChange={({ target }) => onSheet(target.value)}>
          <option value="">{messages.imports.anySheet}</option>
          {sheets.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
