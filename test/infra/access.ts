import * as z from 'zod';
import { evaluator } from '../../local/assembly/intrinsics.ts';
import { readStacks, type Stack } from '../../local/assembly/template.ts';

const Several = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());
const Statement = z.strictObject({
  Effect: z.literal('Allow'),
  Action: Several,
  Resource: Several,
  Condition: z.json().optional(),
});
const Policy = z.object({
  Roles: z.array(z.string()),
  PolicyDocument: z.object({ Statement: z.array(Statement) }),
});
export type Statement = z.infer<typeof Statement>;

/** The parts of a thing that have addresses of their own, by its type. */
const parts: Record<string, string[]> = {
  'AWS::DynamoDB::GlobalTable': [
    '',
    '/index/pending',
    '/index/due',
    '/index/responsible',
    '/index/standing',
    '/stream/local',
  ],
  'AWS::S3::Bucket': ['', '/anything'],
  'AWS::Lambda::Function': ['', ':live'],
  'AWS::StepFunctions::StateMachine': [''],
  'AWS::Logs::LogGroup': ['', ':log-stream:one'],
  'AWS::SQS::Queue': [''],
  'AWS::SNS::Topic': [''],
  'AWS::Cognito::UserPool': [''],
};

/** What of a municipality may do what, and what there is to do it with: with every name resolved. */
export interface Access {
  /** What a role allows, by the role's name. */
  statements: Map<string, Statement[]>;
  /** The address (ARN) of everything that holds or does something. */
  things: string[];
  /** Its resources of a type, their properties resolved. */
  of(type: string): unknown[];
}

/** Reads an assembly as IAM does: by addresses, none of which two municipalities share. */
export function accessIn(directory: string, municipality: string, mailDomain: string): Access {
  const all = readStacks(directory, 'etapas-');
  const evaluate = evaluator(all, 'https://etapas.example');
  const own = all.filter(({ name }) => /^etapas-(.+)-(data|service)$/.exec(name)?.[1] === municipality);
  const resources = own.flatMap((stack: Stack) =>
    Object.entries(stack.template.Resources).map(([id, { Type, Properties }]) => ({
      type: Type,
      address: () => z.string().parse(evaluate({ 'Fn::GetAtt': [id, 'Arn'] }, stack)),
      properties: () => evaluate(Properties, stack),
    })),
  );
  const of = (type: string) =>
    resources.filter((one) => one.type === type).map(({ properties }) => properties());

  const statements = new Map<string, Statement[]>();
  for (const { Roles, PolicyDocument } of of('AWS::IAM::Policy').map((policy) => Policy.parse(policy)))
    for (const role of Roles)
      statements.set(role, [...(statements.get(role) ?? []), ...PolicyDocument.Statement]);

  const addresses = resources.flatMap(({ type, address }) =>
    (parts[type] ?? []).map((part) => `${address()}${part}`),
  );
  const executions = addresses
    .filter((address) => address.includes(':stateMachine:'))
    .map((address) => `${address.replace(':stateMachine:', ':execution:')}:anapra.1`);
  const mail = [`identity/${mailDomain}`, `configuration-set/etapas-${municipality}`].map(
    (name) => `arn:aws:ses:us-east-1:000000000000:${name}`,
  );
  return { statements, things: [...addresses, ...executions, ...mail], of };
}

const matches = (pattern: string, value: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
  ).test(value);

/** Whether statements let an action be done with a thing; conditions are taken as met. */
export const allows = (statements: Statement[], action: string, thing: string): boolean =>
  statements.some(
    ({ Action, Resource }) =>
      Action.some((pattern) => matches(pattern, action)) &&
      Resource.some((pattern) => matches(pattern, thing)),
  );
