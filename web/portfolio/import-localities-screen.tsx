import { useState } from 'react';
import { useAnswer } from '../api/queries.ts';
import { ImportPanel } from '../imports/import-panel.tsx';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { Screen } from '../parts/screen.tsx';
import { useWords } from '../words/use-words.ts';

/** Many localities begin their programmes, from a spreadsheet or a map. */
export default function ImportLocalitiesScreen() {
  const { words, language } = useWords();
  const { data } = useAnswer('GET /api/programmes', {});
  const [programme, setProgramme] = useState('');
  return (
    <Screen title={words.portfolio.title}>
      {/* Rows are judged anew by another programme, so that the file is chosen anew too. */}
      <ImportPanel key={programme} kind="localities" programme={programme || undefined} back="/localities">
        <Field label={words.localityForm.importProgramme} hint={words.localityForm.importProgrammeHint}>
          {(control) => (
            <Choice
              {...control}
              options={(data?.items ?? []).map(({ id, name }) => ({ key: id, name: name[language] }))}
              value={programme}
              none={words.localityForm.importProgrammeNone}
              onChoose={setProgramme}
            />
          )}
        </Field>
      </ImportPanel>
    </Screen>
  );
}
