import { Fragment, type ReactNode, type SubmitEvent, useState } from 'react';
import type { Stakeholder } from '../api/types.ts';
import { useSaveAfterUploads } from '../files/save-after-uploads.ts';
import { NewPersonDialog } from '../people/new-person-dialog.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { useInputs } from './commitment-inputs.tsx';
import { type FormValues, validate } from './form-values.ts';
import '../components/groups.css';

interface CommitmentFormProps {
  title: string;
  /** What its draft goes by, and the files that are chosen in it. */
  form: string;
  locality: string;
  people: Map<string, Stakeholder>;
  typed: FormValues;
  onChange: (part: Partial<FormValues>) => void;
  isBusy: boolean;
  onSave: () => void;
  onCancel: () => void;
  /** What is to be known before it is saved: a refusal, or a conflict. */
  children?: ReactNode;
  /** Something is to be settled first, and is saved by that. */
  isUnsettled?: boolean;
}

/** Everything a commitment says; blanks are allowed and are asked for at the gate, not here. */
export function CommitmentForm(props: CommitmentFormProps) {
  const { title, form, locality, people, typed, onChange } = props;
  const { isBusy, onSave, onCancel, children, isUnsettled } = props;
  const { messages } = useTranslation();
  const [isChecked, setChecked] = useState(false);
  const [newcomer, setNewcomer] = useState<{ name: string; chosen: (person: string) => void }>();
  const wrong = validate(typed);
  const isRight = !Object.values(wrong).includes(true);
  const save = () => {
    if (isRight && !isBusy) onSave();
  };
  const { isHeld, saveAfterUploads } = useSaveAfterUploads(form, save);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isRight) saveAfterUploads();
  };
  const onNew = (name: string, chosen: (person: string) => void) => setNewcomer({ name, chosen });
  const inputs = useInputs({ form, locality, people, typed, onChange, onNew, isChecked });
  const rows = Map.groupBy(
    Object.entries(inputs).map(([field, placed]) => ({ field, ...placed })),
    ({ row }) => row,
  );
  return (
    <>
      <form className="stack commitment-form" onSubmit={submit} aria-label={title}>
        <h3>{title}</h3>
        {[...rows].map(([row, fields]) =>
          fields.length === 1 ? (
            <Fragment key={row}>{fields.map(({ input }) => input)}</Fragment>
          ) : (
            <div key={row} className="beside">
              {fields.map(({ field, input }) => (
                <Fragment key={field}>{input}</Fragment>
              ))}
            </div>
          ),
        )}
        {children}
        {!isUnsettled && (
          <p className="row">
            <button type="submit" className="main" aria-disabled={isBusy || isHeld}>
              {isBusy ? messages.parts.saving : isHeld ? messages.files.held : messages.parts.save}
            </button>
            <button type="button" onClick={onCancel}>
              {messages.parts.cancel}
            </button>
          </p>
        )}
      </form>
      {newcomer && (
        <NewPersonDialog
          name={newcomer.name}
          localities={[locality]}
          onAdded={({ id }) => {
            newcomer.chosen(id);
            setNewcomer(undefined);
          }}
          onClose={() => setNewcomer(undefined)}
        />
      )}
    </>
  );
}
