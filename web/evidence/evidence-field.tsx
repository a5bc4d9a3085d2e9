import { useState } from 'react';
import { Field } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { FileUploads } from '../files/file-uploads.tsx';
import { StoredFile } from '../files/stored-file.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { EvidenceDocument, nameOf } from './document.tsx';
import { type Documents, type Evidence, isAddress, isLink, isNamed, type Link, noLink } from './meant.ts';
import './evidence.css';

const most = 10;

interface EvidenceFieldProps extends Documents {
  /** The form it belongs to, by the name of its draft, and the locality that it is evidence of. */
  form: string;
  locality: string;
  /** Whether what is wrong with it is to be said. */
  isChecked: boolean;
  /** What becomes of the rest of the form while there is no network, in words. */
  whenOffline: string;
  onChange: (change: Partial<Documents>) => void;
}

/** The documents that show something was done: those there are, and each way to add one. */
export function EvidenceField(props: EvidenceFieldProps) {
  const { form, locality, evidence, link, isChecked, whenOffline, onChange } = props;
  const { messages } = useTranslation();
  const room = most - evidence.length;
  return (
    <fieldset className="stack-close">
      <legend>{messages.evidence.title}</legend>
      {evidence.length === 0 && <p className="soft">{messages.evidence.none}</p>}
      <ul className="documents">
        {evidence.map((one) => (
          <li key={one.fileId ?? nameOf(one)}>
            <Attached
              one={one}
              isChecked={isChecked}
              onName={(title) =>
                onChange({ evidence: evidence.map((other) => (other === one ? { ...one, title } : other)) })
              }
            />
            <button
              type="button"
              className="plain"
              onClick={() => onChange({ evidence: evidence.filter((other) => other !== one) })}
            >
              {messages.evidence.remove(one.title)}
            </button>
          </li>
        ))}
      </ul>
      <FileUploads
        form={form}
        locality={locality}
        room={room}
        whenOffline={whenOffline}
        named={evidence.map(({ fileId }) => fileId)}
        onThere={(files) => onChange({ evidence: [...evidence, ...files] })}
      />
      {room > 0 && (
        <LinkedDocument
          link={link}
          isChecked={isChecked}
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
  const { messages } = useTranslation();
  const { fileId, title } = one;
  if (fileId === undefined) return <EvidenceDocument document={one} />;
  return (
    <div className="attached">
      <StoredFile fileId={fileId} title={title} />
      <Field
        label={messages.evidence.name}
        wrong={isChecked && !isNamed(one) ? messages.files.unnamed : undefined}
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
  const { messages } = useTranslation();
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
          {messages.evidence.link}
        </button>
      </p>
    );
  return (
    <div className="add-document">
      <Field
        label={messages.evidence.name}
        wrong={isToldWrong && !title.trim() ? messages.evidence.incomplete : undefined}
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
        label={messages.evidence.address}
        hint={messages.evidence.addressHint}
        wrong={isToldWrong && !isAddress(url) ? messages.evidence.wrongAddress : undefined}
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
          {messages.evidence.add}
        </button>
      </p>
    </div>
  );
}
