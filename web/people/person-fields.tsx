import { languageList } from '../../domain/language-list.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { type FormValues, validate } from './form-values.ts';
import { LocalitiesField } from './localities-field.tsx';
import '../components/groups.css';
import './people.css';

interface PersonFieldsProps {
  typed: FormValues;
  onChange: (part: Partial<FormValues>) => void;
  /** Whether what is wrong is to be said. */
  isChecked: boolean;
  /** The address they had when this began: another one makes their links useless. */
  emailBefore?: string;
}

/** Everything that is written down of somebody. */
export function PersonFields({ typed, onChange, isChecked, emailBefore = '' }: PersonFieldsProps) {
  const { messages, formats } = useTranslation();
  const { choicesOf } = useCatalogue();
  const said = messages.people.fields;
  const wrong = validate(typed);
  const told = (field: keyof typeof wrong) =>
    isChecked && wrong[field] ? messages.people.wrong[field] : undefined;
  const isMoved = emailBefore !== '' && typed.email.trim() !== emailBefore;
  const languages = languageList.map((key) => ({ key, name: formats.languageName(key) }));
  return (
    <>
      <Field label={said.name} wrong={told('name')}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            maxLength={200}
            value={typed.name}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        )}
      </Field>
      <Field label={said.organization}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            maxLength={200}
            value={typed.organization}
            onChange={({ target }) => onChange({ organization: target.value })}
          />
        )}
      </Field>
      <div className="beside">
        <Field label={said.sector} wrong={told('sector')}>
          {(control) => (
            <Choice
              {...control}
              options={choicesOf('sectors')}
              value={typed.sector}
              none={messages.people.choose}
              onChoose={(sector) => onChange({ sector })}
            />
          )}
        </Field>
        <Field label={said.level}>
          {(control) => (
            <Choice
              {...control}
              options={choicesOf('levels')}
              value={typed.level}
              none={messages.people.noLevel}
              onChoose={(level) => onChange({ level })}
            />
          )}
        </Field>
      </div>
      <div className="beside">
        <Field label={said.email} hint={isMoved ? said.emailMovedHint : said.emailHint} wrong={told('email')}>
          {(control) => (
            <input
              {...control}
              inputMode="email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={254}
              value={typed.email}
              onChange={({ target }) => onChange({ email: target.value })}
            />
          )}
        </Field>
        <Field label={said.language}>
          {(control) => (
            <Choice
              {...control}
              options={languages}
              value={typed.language}
              onChoose={(language) => language && onChange({ language })}
            />
          )}
        </Field>
      </div>
      <LocalitiesField chosen={typed.localities} onChange={(localities) => onChange({ localities })} />
      <fieldset className="consent">
        <legend>{said.consent}</legend>
        <div className="beside">
          <Field label={said.consentGivenOn} wrong={told('consent')}>
            {(control) => (
              <input
                {...control}
                type="date"
                max={formats.today()}
                value={typed.consentGivenOn}
                onChange={({ target }) => onChange({ consentGivenOn: target.value })}
              />
            )}
          </Field>
          <Field label={said.consentHow} hint={said.consentHint}>
            {(control) => (
              <input
                {...control}
                autoComplete="off"
                maxLength={200}
                value={typed.consentHow}
                onChange={({ target }) => onChange({ consentHow: target.value })}
              />
            )}
          </Field>
        </div>
      </fieldset>
    </>
  );
}
