import type { LocalDate } from '../domain/calendar.ts';

/** One promise, as its own responsible is reminded of it. */
export interface Promised {
  /** `<locality>.<number>`: the same in every mail, so that a calendar knows it again. */
  id: string;
  locality: { id: string; name: string };
  action: string;
  dueOn: LocalDate;
  /** Raised by every change of it. */
  version: number;
}
