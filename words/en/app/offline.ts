import type { Words } from '../../es/app/index.ts';
import { counted } from '../../plural.ts';

export const offline: Words['offline'] = {
  offline: 'No connection',
  seenLast: 'You are looking at what was loaded last on this device.',
  waiting: counted('en-MX', { one: '# change waiting', other: '# changes waiting' }),
  changes: counted('en-MX', { one: '# change', other: '# changes' }),
  troubled: counted('en-MX', { one: '# change to settle', other: '# changes to settle' }),
  title: 'Changes not sent yet',
  text: 'They were saved on this device and are sent by themselves as soon as there is a connection.',
  none: 'Everything has been sent.',
  madeAt: (moment) => `Noted ${moment}`,
  isWaiting: 'Waiting for a connection',
  isConflict: 'Somebody else changed it meanwhile',
  isRefused: 'It could not be saved',
  yours: 'You noted',
  theirs: 'It says now',
  keepYours: 'Save mine',
  keepTheirs: 'Leave what it says now',
  discard: 'Discard',
  evidenceCount: counted('en-MX', { one: '# document', other: '# documents' }),
};
