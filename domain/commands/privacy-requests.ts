import type { StakeholderEvent } from '../audit-events.ts';
import { addDays } from '../calendar.ts';
import type { Caller } from '../caller.ts';
import { bumpRevision, type Moment } from '../change.ts';
import { Problem } from '../errors.ts';
import { workingDaysToAnswer } from '../privacy-notice.ts';
import type { NewPrivacyRequest, PrivacyAnswer, PrivacyRequest } from '../privacy-request.ts';
import type { Stakeholder } from '../stakeholder.ts';
import type { WorkCalendar } from '../work-calendar.ts';
import type { StakeholderChange } from './stakeholders.ts';

/** A request as it is to be and, where the person is recorded, what their own history tells of it. */
export interface PrivacyRequestChange {
  request: PrivacyRequest;
  person?: StakeholderChange;
}

/** A request older than this is a slip of the pen, in days. */
const longestAgo = 366;

function checkDay(path: string, day: string, from: string, to: string): void {
  if (day < from || day > to)
    throw new Problem('invalid-request', {
      errors: [{ path, message: 'outside-period', about: [from, to] }],
    });
}

/** The history of a person tells of a request; of somebody who is not recorded there is none. */
const toldOf = (was: Stakeholder | undefined, event: StakeholderEvent): StakeholderChange | undefined =>
  was && { was, stakeholder: bumpRevision(was, {}), event };

/**
 * A request comes in. From then on there are so many working days to answer it.
 * @throws Problem `invalid-request` where the day it came in is yet to come, or more than a year ago
 */
export function recordPrivacyRequest(
  id: string,
  asked: NewPrivacyRequest,
  stakeholder: Stakeholder | undefined,
  caller: Caller,
  { now, today }: Moment,
  calendar: WorkCalendar,
): PrivacyRequestChange {
  checkDay('receivedOn', asked.receivedOn, addDays(today, -longestAgo), today);
  const { kind, receivedOn } = asked;
  const dueOn = calendar.addWorkingDays(receivedOn, workingDaysToAnswer);
  const request: PrivacyRequest = {
    ...asked,
    id,
    dueOn,
    status: 'open',
    recordedBy: caller.user,
    recordedAt: now,
    revision: 1,
  };
  return {
    request,
    person: toldOf(stakeholder, {
      actor: caller.user,
      action: 'privacy-request-received',
      detail: { request: id, kind, receivedOn, dueOn },
    }),
  };
}

/**
 * A request was answered. Of who asked to be cancelled and is known by name alone, the name goes.
 * @throws Problem `already-answered`; `invalid-request` for a day before it came in, or yet to come
 */
export function answerPrivacyRequest(
  before: PrivacyRequest,
  { answer, answeredOn: said }: PrivacyAnswer,
  stakeholder: Stakeholder | undefined,
  caller: Caller,
  { today }: Moment,
): PrivacyRequestChange {
  if (before.status === 'answered') throw new Problem('already-answered');
  const answeredOn = said ?? today;
  checkDay('answeredOn', answeredOn, before.receivedOn, today);
  const request = bumpRevision(before, {
    status: 'answered',
    answeredOn,
    answeredBy: caller.user,
    answer,
    ...(before.kind === 'cancellation' ? { name: undefined } : {}),
  });
  return {
    request,
    person: toldOf(stakeholder, {
      actor: caller.user,
      action: 'privacy-request-answered',
      detail: { request: before.id, kind: before.kind, answeredOn },
    }),
  };
}
