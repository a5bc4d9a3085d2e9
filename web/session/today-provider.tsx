import { type ReactNode, useMemo } from 'react';
import { calendarOf } from '../../domain/work-calendar.ts';
import { useApiQuery } from '../api/queries.ts';
import { useConfig } from '../config-context.ts';
import { daysBetween, formatsOf } from '../words/format.ts';
import { TranslationContext, useTranslation } from '../words/use-translation.ts';

/**
 * Counts days from the municipality's own, not from this device's clock, which may be wrong. Between two answers, and
 * without a network, the clock tells how many days have passed since.
 */
export function TodayProvider({ children }: { children: ReactNode }) {
  const translation = useTranslation();
  const { timeZone } = useConfig().municipality;
  const { data: me, dataUpdatedAt } = useApiQuery('GET /api/me', {});
  // What stands in for an answer in the other language was never heard in this one.
  const heardOn = translation.formats.dayOf(new Date(dataUpdatedAt).toISOString());
  const daysOff = me && dataUpdatedAt > 0 ? daysBetween(heardOn, me.today) : 0;
  const calendar = me?.municipality.calendar;
  const dated = useMemo(
    () => ({
      ...translation,
      formats: formatsOf(translation.language, timeZone, daysOff, calendar && calendarOf({ calendar })),
    }),
    [translation, timeZone, daysOff, calendar],
  );
  return <TranslationContext value={dated}>{children}</TranslationContext>;
}
