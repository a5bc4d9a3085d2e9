import { useState } from 'react';
import type { Activity } from '../api/types.ts';
import { FileUploads } from '../files/file-uploads.tsx';
import { StoredFile } from '../files/stored-file.tsx';
import { Field } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { EvidenceDocument, nameOf } from './document.tsx';

type Evidence = Activity['evidence'];
type Link = { title: string; url: string };

const most = 10;
const isAddress = (url: string) => /^https?:\/\/\S+\.\S+/.test(url.trim());

export const noLink: Link = { title: '', url: '' };
/** Whether a document that is written down can be found by what was written. */
export const isLink = ({ title, url }: Link) => title.trim() !== '' && isAddress(url);
export const isNamed = ({ title }: Evidence[number]) => title.trim() !== '';

interface EvidenceFieldProps {
  /** The form it belongs to, by the name of its draft, and the locality that it is evidence of. */
  form: string;
  locality: string;
  evidence: Evidence;
  /** The document that is being written down. */
  link: Link;
  /** Whether what is wrong with it is to be said. */
  isChecked: boolean;
  onChange: (change: { evidence?: Evidence; link?: Link }) => void;
}

/** The documents that show an activity was done: those there are, and each way to add one. */
export function EvidenceField({ form, locality, evidence, link, isChecked, onChange }: EvidenceFieldProps) {
  const { words } = useWords();
  const room = most - evidence.length;
  return (
    <fieldset className="stack-close">
      <legend>{words.checklist.evidence}</legend>
      {evidence.length === 0 && <p className="soft">{words.checklist.evidenceNone}</p>}
      <ul className="documents">
        {evidence.map((one) => (
          <li key={one.fileId ?? nameOf(one)}>
            <Attached
              {...{ one, isChecked }}
              onName={(title) =>
                onChange({ evidence: evidence.map((other) => (other === one ? { ...one, title } : other)) })
              }
            />
            <button
              type="button"
              className="plain"
              onClick={() => onChange({ evidence: evidence.filter((other) => other !== one) })}
            >
              {words.checklist.evidenceRemove(one.title)}
            </button>
          </li>
        ))}
      </ul>
      <FileUploads
        {...{ form, locality, room }}
        named={evidence.map(({ fileId }) => fileId)}
        onThere={(files) => onChange({ evidence: [...evidence, ...files] })}
      />
      {room > 0 && (
        <LinkedDocument
          {...{ link, isChecked }}
          onType={(typed) => onChange({ link: typed })}
          onAdd={(one) => onChange({ evidence: [...evidence, one], link: noLink })}
        />
      )}
    </fieldset>
  );
}

interface AttachedProps {
  one: Evidence[number];
  isChecked: boolean;
  onName: (title: string) => void;
}

/** A document that the form holds; a file, which came with the name that a camera gave it, can be given a better one. */
function Attached({ one, isChecked, onName }: AttachedProps) {
  const { words } = useWords();
  const { fileId, title } = one;
  if (fileId === undefined) return <EvidenceDocument document={one} />;
  return (
    <div className="attached">
      <StoredFile {...{ fileId, title }} />
      <Field
        label={words.checklist.evidenceTitle}
        wrong={isChecked && !isNamed(one) ? words.files.unnamed : undefined}
      >
        {(control) => (
          <input {...control} maxLength={200} value={title} onChange={({ target }) => onName(target.value)} />
        )}
      </Field>
    </div>
  );
}

interface LinkedDocumentProps {
  link: Link;
  isChecked: boolean;
  onType: (link: Link) => void;
  onAdd: (link: Link) => void;
}

/** A document that is somewhere on the web already. */
function LinkedDocument({ link, isChecked, onType, onAdd }: LinkedDocumentProps) {
  const { words } = useWords();
  const [isAdding, setAdding] = useState(false);
  const { title, url } = link;
  const [isOpen, setOpen] = useState(link.title !== '' || link.url !== '');
  const isToldWrong = isAdding || (isChecked && (title !== '' || url !== ''));
  const add = () => {
    setAdding(!isLink(link));
    if (!isLink(link)) return;
    onAdd({ title: title.trim(), url: url.trim() });
    setOpen(false);
  };
  if (!isOpen)
    return (
      <p>
        <button type="button" onClick={() => setOpen(true)}>
          <Icon name="add" />
          {words.checklist.evidenceLink}
        </button>
      </p>
    );
  return (
    <div className="add-document">
      <Field
        label={words.checklist.evidenceTitle}
        wrong={isToldWrong && !title.trim() ? words.checklist.evidenceIncomplete : undefined}
      >
        {(control) => (
          <input
            {...control}
            maxLength={200}
            value={title}
            onChange={({ target }) => onType({ url, title: target.value })}
          />
        )}
      </Field>
      <Field
        label={words.checklist.evidenceUrl}
        hint={words.checklist.evidenceUrlHint}
        wrong={isToldWrong && !isAddress(url) ? words.checklist.evidenceAddress : undefined}
      >
        {(control) => (
          <input
            {...control}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={1_000}
            value={url}
            onChange={({ target }) => onType({ title, url: target.value })}
          />
        )}
      </Field>
      <p>
        <button type="button" onClick={add}>
          {words.checklist.evidenceAdd}
        </button>
      </p>
    </div>
  );
}
