import { useState } from 'react';
import { useApiQuery } from '../api/queries.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { Screen } from '../components/screen.tsx';
import { ImportPanel } from '../imports/import-panel.tsx';
import { useTranslation } from '../words/use-translation.ts';

/** Many localities begin their programmes, from a spreadsheet or a map. */
export default function ImportLocalitiesScreen() {
  const { messages, language } = useTranslation();
  const { data } = useApiQuery('GET /api/programmes', {});
  const [programme, setProgramme] = useState('');
  return (
    <Screen title={messages.portfolio.title}>
      {/* Rows are judged anew by another programme, so that the file is chosen anew too. */}
      <ImportPanel key={programme} kind="localities" programme={programme || undefined} back="/localities">
        <Field label={messages.localityForm.importProgramme} hint={messages.localityForm.importProgrammeHint}>
          {(control) => (
            <Choice
              {...control}
              options={(data?.items ?? []).map(({ id, name }) => ({ key: id, name: name[language] }))}
              value={programme}
              none={messages.localityForm.importProgrammeNone}
              onChoose={setProgramme}
            />
          )}
        </Field>
      </ImportPanel>
    </Screen>
  );
}
