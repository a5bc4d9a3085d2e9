import { useTranslation } from '../words/use-translation.ts';

interface SaveOrCancelProps {
  isBusy: boolean;
  /** What the button that saves says; `Save` unless told. */
  label?: string;
  onCancel: () => void;
}

/** The end of a form: its button that saves, and the way out of it. */
export function SaveOrCancel({ isBusy, label, onCancel }: SaveOrCancelProps) {
  const { messages } = useTranslation();
  return (
    <p className="row">
      <button type="submit" className="main" aria-disabled={isBusy}>
        {isBusy ? messages.parts.saving : (label ?? messages.parts.save)}
      </button>
      <button type="button" onClick={onCancel}>
        {messages.parts.cancel}
      </button>
    </p>
  );
}
