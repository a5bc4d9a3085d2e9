import { useId, useState } from 'react';
import { mayEverywhere, policies } from '../../domain/policies.ts';
import { useApiQuery } from '../api/queries.ts';
import { Field } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { useTranslation } from '../words/use-translation.ts';

/** As many as the interface takes. */
const most = 12;
const isAccount = (text: string) => /^[^\s"<>\\]{1,128}$/.test(text);

interface CoordinatorsFieldProps {
  coordinators: string[];
  /** Whether what is wrong is to be said. */
  isChecked: boolean;
  onChange: (coordinators: string[]) => void;
}

/** Who coordinates a locality: those there are, and one more by their account; accounts that are known are offered. */
export function CoordinatorsField({ coordinators, isChecked, onChange }: CoordinatorsFieldProps) {
  const { messages } = useTranslation();
  const said = messages.localityForm;
  const known = useId();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { data: me } = useApiQuery('GET /api/me', {});
  const { data } = useApiQuery('GET /api/localities', { query: { limit: 200 } });
  const others = new Set(data?.items.flatMap((locality) => locality.coordinators));
  const isWithoutOneself =
    me !== undefined &&
    !mayEverywhere(policies.locality.edit, { roles: me.roles, localities: [] }) &&
    !coordinators.includes(me.user);
  const add = () => {
    const account = typed.trim();
    setWrong(!isAccount(account));
    if (!isAccount(account)) return;
    if (!coordinators.includes(account)) onChange([...coordinators, account]);
    setTyped('');
  };
  return (
    <fieldset className="stack-close">
      <legend>{said.coordinators}</legend>
      <p className="soft">{said.coordinatorsHint}</p>
      <ul className="accounts">
        {coordinators.map((user) => (
          <li key={user}>
            <span>
              {user} {user === me?.user && <span className="soft">({said.you})</span>}
            </span>
            <button
              type="button"
              className="plain"
              aria-label={said.coordinatorRemove(user)}
              onClick={() => onChange(coordinators.filter((one) => one !== user))}
            >
              {said.coordinatorRemoveShort}
            </button>
          </li>
        ))}
      </ul>
      {coordinators.length === 0 && isChecked && (
        <p className="late" role="alert">
          {said.coordinatorsNeeded}
        </p>
      )}
      {coordinators.length > 0 && isWithoutOneself && <p className="late">{said.withoutYou}</p>}
      {coordinators.length < most && (
        <div className="add-account">
          <Field label={said.coordinatorNew} wrong={isWrong ? said.coordinatorWrong : undefined}>
            {(control) => (
              <input
                {...control}
                list={known}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  // Adds the account; the form is not sent by it.
                  event.preventDefault();
                  add();
                }}
              />
            )}
          </Field>
          <datalist id={known}>
            {[...others]
              .filter((user) => !coordinators.includes(user))
              .map((user) => (
                <option key={user} value={user} />
              ))}
          </datalist>
          <button type="button" onClick={add}>
            <Icon name="add" />
            {said.coordinatorAdd}
          </button>
        </div>
      )}
    </fieldset>
  );
}
