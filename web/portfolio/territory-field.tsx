import { useState } from 'react';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { Territory } from './form-values.ts';
import { type FileFault, type Named, territoriesIn } from './territories-in-file.ts';
import { TerritoryShape } from './territory-shape.tsx';

interface TerritoryFieldProps {
  territory: Territory | null;
  /** What it is without the file that was chosen. */
  before: Territory | null;
  onChange: (territory: Territory | null) => void;
}

/** Where a locality is: by a file, in which one of several polygons may be meant. */
export function TerritoryField({ territory, before, onChange }: TerritoryFieldProps) {
  const { messages, formats } = useTranslation();
  const said = messages.localityForm;
  const [fault, setFault] = useState<FileFault>();
  const [choices, setChoices] = useState<Named[]>([]);
  const read = async (file: File | undefined) => {
    if (!file) return;
    const found = territoriesIn(await file.text());
    setFault(found.fault);
    setChoices(found.fault ? [] : found.territories);
    if (!found.fault)
      onChange(found.territories.length === 1 ? (found.territories[0]?.territory ?? before) : before);
  };
  const at = choices.findIndex((one) => one.territory === territory);
  return (
    <fieldset className="stack-close">
      <legend>{said.territory}</legend>
      {territory && <TerritoryShape territory={territory} />}
      <Field
        label={territory ? said.territoryReplace : said.territoryChoose}
        hint={said.territoryHint}
        wrong={fault && (fault === 'not-geojson' ? said.territoryNoGeoJson : said.territoryWrong(fault))}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".geojson,.json,application/geo+json"
            className="file-field"
            onClick={({ currentTarget }) => {
              // The same file again, mended meanwhile, is a choice too.
              currentTarget.value = '';
            }}
            onChange={({ target }) => void read(target.files?.[0])}
          />
        )}
      </Field>
      {choices.length > 1 && (
        <Field label={said.territoryWhich}>
          {(control) => (
            <Choice
              {...control}
              options={choices.map(({ name }, place) => ({
                key: String(place),
                name: name ?? said.territoryNumber(formats.number(place + 1)),
              }))}
              value={at < 0 ? '' : String(at)}
              none={said.territoryNotChosen}
              onChoose={(place) =>
                onChange(place === '' ? before : (choices[Number(place)]?.territory ?? before))
              }
            />
          )}
        </Field>
      )}
      {territory && territory === before && (
        <p>
          <button type="button" onClick={() => onChange(null)}>
            {said.territoryTakeAway}
          </button>
        </p>
      )}
      {territory !== before && (
        <p>
          <button
            type="button"
            onClick={() => {
              setChoices([]);
              onChange(before);
            }}
          >
            {territory ? said.territoryDrop : said.territoryKeep}
          </button>
        </p>
      )}
    </fieldset>
  );
}
