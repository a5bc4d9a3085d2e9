import { expect, it } from 'vitest';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { historyOf } from '../support/history.ts';
import { bounced, digests, dueDigest, mailEvent, tasks, told } from '../support/reminders.ts';

const address = 'rosa@ejemplo.example';

it.each([
  ['that it was sent', (tag: string) => mailEvent('Send', tag)],
  ['that it was delivered', (tag: string) => mailEvent('Delivery', tag)],
  ['that it bounced', (tag: string) => bounced(tag, address)],
])('17: the SES event arrives before our record: %s is applied once', async (what, event) => {
  const { here, place } = await dueDigest();
  const { send } = here.mailer;
  here.mailer.send = async (to, mail, tag) => {
    const handed = await send(to, mail, tag);
    await told(here, event(tag));
    await told(here, event(tag));
    return handed;
  };
  await here.settle();
  here.pass(1 / 8);
  await here.reconcile();
  expect(digests(here)).toHaveLength(1);
  const sent = (await historyOf(here, place)).filter(({ detail }) => detail.message === 'digest');
  expect(sent).toMatchObject([{ action: 'mail-sent', detail: { attempts: 1 } }]);
  const isBounce = what === 'that it bounced';
  expect(await tasks(here)).toEqual(isBounce ? [['bounced', 'rosa', place]] : []);
  expect((await stakeholderStore(here.table).get('rosa')).suppressed?.reason).toBe(
    isBounce ? 'bounce' : undefined,
  );
});
