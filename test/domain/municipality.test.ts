import { describe, expect, it } from 'vitest';
import { Municipality } from '../../domain/municipality.ts';
import { municipality } from '../support/settings.ts';

const refused = (some: object) =>
  Municipality.safeParse({ ...municipality(), ...some }).error?.issues.map(({ path }) => path.join('.')) ??
  [];

describe('the settings of a municipality', () => {
  it('are careful when little is said: Spanish, four eyes, no fixed charges, nobody told', () => {
    const { language, fourEyes, profile, approvers } = Municipality.parse({
      ...municipality({ approvers: undefined }),
    });
    expect({ language, fourEyes, profile, approvers }).toEqual({
      language: 'es',
      fourEyes: true,
      profile: 'standard',
      approvers: [],
    });
  });

  it.each([
    ['timeZone', 'America/Cd_Juarez'],
    ['inegiCode', '8037'],
    ['id', 'Ciudad Juárez'],
    ['region', 'mexico'],
    ['mailFrom', 'etapas'],
    ['approvers', ['con blancos']],
    ['staffMailDomain', 'juarez'],
  ])('are refused by the field %s when it is wrong', (field, value) => {
    expect(refused({ [field]: value }).join()).toContain(field);
  });

  it('are refused when they hold a field that nobody knows', () => {
    expect(Municipality.safeParse({ ...municipality(), colour: 'red' }).success).toBe(false);
  });
});
