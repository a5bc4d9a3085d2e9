import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Exports } from '../components/exports.tsx';
import { Icon } from '../components/icon.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { NewPersonDialog } from './new-person-dialog.tsx';

interface PeopleHeadProps {
  locality?: string;
  mayAdd: boolean;
  /** Where a file is imported. */
  importAt: string;
}

/** What can be done with a list of people. */
export function PeopleHead({ locality, mayAdd, importAt }: PeopleHeadProps) {
  const { messages } = useTranslation();
  const [, go] = useLocation();
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="row actions">
      {mayAdd && (
        <>
          <button type="button" className="main" onClick={() => setAdding(true)}>
            <Icon name="add" />
            {messages.people.add}
          </button>
          <Link href={importAt} className="button">
            <Icon name="upload" />
            {messages.imports.open}
          </Link>
        </>
      )}
      <Exports kind="stakeholders" locality={locality} />
      {isAdding && (
        <NewPersonDialog
          localities={locality === undefined ? [] : [locality]}
          onAdded={({ id }) => {
            setAdding(false);
            go(`/people/${encodeURIComponent(id)}`);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
