import { invocationPrice, type MailPlan, prices } from './prices.ts';
import type { Years } from './years.ts';

const months = 36;

/** What a lifecycle costs, by what is charged. SES tells of each mail once. */
export const costOf = (work: Years, plan: MailPlan): Record<string, { count: number; dollars: number }> => {
  const charge = (count: number, price: number) => ({ count, dollars: count * price });
  return {
    'state transitions': charge(work.transitions, prices.transition),
    mails: charge(work.mails, prices.mail[plan]),
    'events of mails': charge(work.mails, prices.event),
    'read units': charge(work.readUnits, prices.readUnit),
    'write units': charge(work.writeUnits, prices.writeUnit),
    requests: charge(work.calls, prices.request),
    'function calls': charge(work.invocations, invocationPrice),
    'bytes kept, with backup': charge(work.bytes, prices.storedByteMonth * months),
  };
};
