import { type ReactNode, useMemo } from 'react';
import { useAnswer } from '../api/queries.ts';
import { useConfig } from '../config-context.ts';
import { daysBetween, formatsOf } from '../words/format.ts';
import { SpeechContext, useWords } from '../words/use-words.ts';

/**
 * Counts days from the municipality's own, not from this device's clock, which may be wrong. Between two answers, and
 * without a network, the clock tells how many days have passed since.
 */
export function Dated({ children }: { children: ReactNode }) {
  const speech = useWords();
  const { timeZone } = useConfig().municipality;
  const { data: me, dataUpdatedAt } = useAnswer('GET /api/me', {});
  // What stands in for an answer in the other language was never heard in this one.
  const heardOn = speech.formats.dayOf(new Date(dataUpdatedAt).toISOString());
  const daysOff = me && dataUpdatedAt > 0 ? daysBetween(heardOn, me.today) : 0;
  const dated = useMemo(
    () => ({ ...speech, formats: formatsOf(speech.language, timeZone, daysOff) }),
    [speech, timeZone, daysOff],
  );
  return <SpeechContext value={dated}>{children}</SpeechContext>;
}
