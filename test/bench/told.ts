import { mailEvent, told } from '../support/reminders.ts';
import type { TestApp } from '../support/test-app.ts';

/**
 * From now on SES tells of each mail that it took it, before the answer to whoever sends it is there: the dearest order,
 * and that of one machine. `tell` does the telling.
 */
export function tellOfEach(
  here: TestApp,
  tell: (event: () => Promise<void>) => Promise<void> = (event) => event(),
): void {
  const { send } = here.mailer;
  here.mailer.send = async (to, email, outbox) => {
    const result = await send(to, email, outbox);
    await tell(() => told(here, mailEvent('Send', outbox)));
    return result;
  };
}
