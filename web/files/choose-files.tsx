import { useId, useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { useStore } from '../components/store.ts';
import { connected } from '../offline/connection.ts';
import { useTranslation } from '../words/use-translation.ts';
import { checked, type Refusal, type Sendable } from './checked.ts';
import { megabytes } from './size.ts';

/** Without the format of Apple's cameras, its phones hand photos out as JPEG, which every browser shows. */
const photos = 'image/jpeg,image/png,image/webp';
const accepted = `${photos},.pdf,.xlsx,.docx,.ods,.odt,.csv`;

interface ChooseFilesProps {
  /** How many more there may be. */
  room: number;
  /** What becomes of the rest of the form while there is no network, in words. */
  whenOffline: string;
  onChoose: (files: Sendable[]) => void;
}

/** Files from this device, chosen or dropped; on a phone, also straight from its camera. */
export function ChooseFiles({ room, whenOffline, onChoose }: ChooseFilesProps) {
  const { messages, formats } = useTranslation();
  const hint = useId();
  const isConnected = useStore(connected);
  const [refused, setRefused] = useState<{ file: File; why: Refusal | 'room' }[]>([]);
  const choose = async (chosen: File[]) => {
    const looked = await Promise.all(
      chosen.map(async (file, at) => ({ file, found: at < room ? await checked(file) : ('room' as const) })),
    );
    setRefused(looked.flatMap(({ file, found }) => (typeof found === 'string' ? { file, why: found } : [])));
    onChoose(looked.flatMap(({ found }) => (typeof found === 'string' ? [] : found)));
  };
  const input = {
    type: 'file',
    'aria-describedby': hint,
    onClick: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      // The same file again, mended meanwhile, is a choice too.
      currentTarget.value = '';
    },
    onChange: ({ target }: { target: HTMLInputElement }) => void choose([...(target.files ?? [])]),
  };
  return (
    <div className="stack-close">
      <div className="choose-files">
        <label className="file-drop">
          <Icon name="upload" />
          <span>
            {messages.files.choose}
            <span className="drop"> {messages.files.drop}</span>
          </span>
          <input {...input} accept={accepted} multiple />
        </label>
        <label className="file-drop camera">
          <Icon name="camera" />
          <span>{messages.files.camera}</span>
          <input {...input} accept={photos} capture="environment" />
        </label>
      </div>
      <p className="soft" id={hint}>
        {messages.files.hint}
      </p>
      {!isConnected && (
        <Notice tone="warning">
          <p>
            {messages.files.offline} {whenOffline}
          </p>
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="problem">
          {refused.map(({ file, why }) => (
            <p key={file.name}>{messages.files.refused[why](file.name, megabytes(file.size, formats))}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}
