import { gigabytes, type MailPlan, prices } from './prices.ts';

/** Calls of functions, and the milliseconds that they took together. */
export interface Calls {
  count: number;
  milliseconds: number;
}

/** What a lifecycle is billed for. */
export interface Billed {
  transitions: number;
  /** Mails, and what SES told of them. */
  mails: number;
  events: number;
  readUnits: number;
  writeUnits: number;
  /** Requests at the gateway. */
  requests: number;
  calls: Record<keyof typeof gigabytes, Calls>;
  /** Bytes times the months that each was kept. */
  byteMonths: number;
}

export interface Charge {
  count: number;
  dollars: number;
}

/** What a lifecycle costs, by what is charged. */
export function costOf(work: Billed, plan: MailPlan) {
  const charge = (count: number, price: number): Charge => ({ count, dollars: count * price });
  const { api, others } = work.calls;
  const seconds = (api.milliseconds * gigabytes.api + others.milliseconds * gigabytes.others) / 1_000;
  return {
    'state transitions': charge(work.transitions, prices.transition),
    mails: charge(work.mails, prices.mail[plan]),
    'events of mails': charge(work.events, prices.event),
    'read units': charge(work.readUnits, prices.readUnit),
    'write units': charge(work.writeUnits, prices.writeUnit),
    requests: charge(work.requests, prices.request),
    'function calls': charge(api.count + others.count, prices.invocation),
    'gigabyte-seconds': charge(seconds, prices.gigabyteSecond),
    'byte-months, with backup': charge(work.byteMonths, prices.storedByteMonth),
  };
}

export const together = (charges: Record<string, Charge>): number =>
  Object.values(charges).reduce((sum, { dollars }) => sum + dollars, 0);

/**
 * What the counts that the design measured for a lifecycle cost by themselves: 26 state transitions, 72 mails and 1,775
 * write units, without storage, reads, requests and functions.
 */
export const floorOf = (plan: MailPlan): number =>
  26 * prices.transition + 72 * prices.mail[plan] + 1_775 * prices.writeUnit;
