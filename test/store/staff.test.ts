import { expect, it } from 'vitest';
import { Conflict } from '../../domain/errors.ts';
import { staffStore } from '../../store/staff.ts';
import { freshTable } from '../support/table.ts';

it('the profile of a member of staff is saved once for every time it was read', async () => {
  const staff = staffStore(await freshTable());
  expect(await staff.find('ana')).toBeUndefined();
  await staff.save('ana', { language: 'en', mails: 'weekly', revision: 1 });
  await expect(staff.save('ana', { language: 'es', mails: 'daily', revision: 1 })).rejects.toThrow(Conflict);
  await staff.save('ana', { language: 'es', mails: 'daily', revision: 2 });
  expect(await staff.find('ana')).toEqual({ language: 'es', mails: 'daily', revision: 2 });
  expect(await staff.find('luis')).toBeUndefined();
});
