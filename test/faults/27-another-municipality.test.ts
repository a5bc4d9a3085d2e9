import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Access, accessIn, allows, type Statement } from '../infra/access.ts';
import { municipality, synthesize } from '../infra/synthesized.ts';

const ids = ['juarez', 'juarez-norte'] as const;
const mailDomain = (id: string) => `${id}.example`;

// Two neighbours in one account, the name of one being the beginning of the other's: the most that could be mixed up.
const { assembly } = synthesize(
  ...ids.map((id) =>
    municipality({
      id,
      mailFrom: `etapas@${mailDomain(id)}`,
      inegiCode: id === 'juarez' ? '08037' : '08038',
    }),
  ),
);
const access = (id: string) => accessIn(assembly.directory, id, mailDomain(id));
const [juarez, norte] = [access('juarez'), access('juarez-norte')];

const onEverything = ({ Resource }: Statement) => Resource.includes('*');
const ofThings = ({ statements }: Pick<Access, 'statements'>) =>
  [...statements].map(([role, all]) => [role, all.filter((one) => !onEverything(one))] as const);
const actionsOf = ({ statements }: Access) => [
  ...new Set([...statements.values()].flat().flatMap(({ Action }) => Action)),
];

/** More than anybody is granted: what a mistake in a policy would let through first. */
const coveted = [
  'dynamodb:Scan',
  'dynamodb:DeleteTable',
  'lambda:UpdateFunctionCode',
  's3:GetObject',
  's3:PutObject',
  'states:StopExecution',
  'logs:GetLogEvents',
  'cognito-idp:AdminCreateUser',
];

describe('27: across municipalities, IAM', () => {
  it.each([
    ['juarez', juarez, norte],
    ['juarez-norte', norte, juarez],
  ])('refuses every role of %s every action with everything of the other', (_, { statements }, other) => {
    expect(statements.size).toBeGreaterThan(10);
    expect(other.things.length).toBeGreaterThan(30);
    const actions = [...actionsOf(juarez), ...coveted];
    const granted = ofThings({ statements }).flatMap(([role, own]) =>
      other.things.flatMap((thing) =>
        actions.filter((action) => allows(own, action, thing)).map((action) => `${role} ${action} ${thing}`),
      ),
    );
    expect(granted).toEqual([]);
  });

  it('lets each do its own work, by the same reading of the policies', () => {
    for (const { statements, things } of [juarez, norte]) {
      const table = things.find((thing) => thing.includes(':table/')) ?? '';
      const api = [...statements].find(([role]) => role.endsWith('-ApiRole'))?.[1] ?? [];
      expect(allows(api, 'dynamodb:GetItem', table)).toBe(true);
      expect(allows(api, 'dynamodb:Query', `${table}/index/due`)).toBe(true);
      expect(allows(api, 'dynamodb:Scan', table)).toBe(false);
    }
  });

  it('leaves open what has no resource to name, none of which reads or changes what another keeps', () => {
    const open = [juarez, norte].flatMap(({ statements }) =>
      [...statements.values()]
        .flat()
        .filter(onEverything)
        .flatMap(({ Action }) => Action),
    );
    expect([...new Set(open)].sort()).toEqual([
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
      'ses:GetSendQuota',
    ]);
  });
});

const Authorizer = z.object({
  JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.string() }),
});
const Permission = z.object({ Principal: z.string(), SourceArn: z.string() });

describe('27: across municipalities,', () => {
  it('a token of one is none at the other: issuer and audience are its own', () => {
    const trusted = [juarez, norte].map((one) =>
      one.of('AWS::ApiGatewayV2::Authorizer').map((properties) => Authorizer.parse(properties)),
    );
    const issuers = trusted.flat().map(({ JwtConfiguration }) => JwtConfiguration.Issuer);
    const audiences = trusted.flatMap((all) =>
      all.flatMap(({ JwtConfiguration }) => JwtConfiguration.Audience),
    );
    expect([issuers.length, new Set(issuers).size]).toEqual([2, 2]);
    expect([audiences.length, new Set(audiences).size]).toEqual([2, 2]);
  });

  it('no function is called on behalf of the other', () => {
    const sources = (one: Access) =>
      one.of('AWS::Lambda::Permission').map((properties) => Permission.parse(properties).SourceArn);
    expect(sources(juarez).length).toBeGreaterThan(0);
    expect(sources(juarez).filter((source) => sources(norte).includes(source))).toEqual([]);
  });
});
