import type * as z from 'zod';
import { StartupError } from '../startup-error.ts';
import { evaluator } from './intrinsics.ts';
import { describeIssues, hasNoMeaning, type Properties, type Served, served } from './resources.ts';
import type { Assembly } from './specs.ts';
import { readStacks, type Stack } from './template.ts';

/** The same schemas, typed so that a generic type finds its own. */
const schemas: { [T in keyof Served]: z.ZodType<Properties<T>> } = served;

interface Parsed<P> {
  ref: string;
  name: string;
  arn: string;
  stack: Stack;
  properties: P;
}

/** Refuses resource types and conditions that the runner has no answer to. */
function check(stacks: Stack[]) {
  for (const { name, template } of stacks)
    for (const [id, { Type, Condition }] of Object.entries(template.Resources)) {
      if (!(Type in served) && !hasNoMeaning(Type))
        throw new StartupError(`${name}: ${id} is of type ${Type}, which the local runner does not have`);
      if (Condition)
        throw new StartupError(`${name}: ${id} has a condition, which the local runner does not know`);
    }
}

/**
 * Reads the stacks of one municipality (`etapas-<id>-data`, `etapas-<id>-service`) from a synthesized assembly.
 * @param url where this runner listens
 * @throws Refusal naming the first thing in the templates that the runner could not honour
 */
export function readAssembly(folder: string, municipality: string, url: string): Assembly {
  const stacks = readStacks(folder, `etapas-${municipality}-`);
  check(stacks);
  const evaluate = evaluator(stacks, url);

  const all = <T extends keyof Served>(type: T): Parsed<Properties<T>>[] =>
    stacks.flatMap((stack) =>
      Object.entries(stack.template.Resources)
        .filter(([, { Type }]) => Type === type)
        .map(([id, { Properties }]) => {
          const parsed = schemas[type].safeParse(evaluate(Properties, stack));
          if (!parsed.success)
            throw new StartupError(`${stack.name}: ${id}: ${describeIssues(parsed.error)}`);
          return { ...identify(id, stack), stack, properties: parsed.data };
        }),
    );

  const identify = (id: string, stack: Stack) => {
    const text = (value: unknown) => String(evaluate(value, stack));
    const ref = text({ Ref: id });
    return { ref, arn: text({ 'Fn::GetAtt': [id, 'Arn'] }), name: ref.split(':').at(-1) ?? ref };
  };

  const [table, ...otherTables] = [...all('AWS::DynamoDB::Table'), ...all('AWS::DynamoDB::GlobalTable')];
  if (!table || otherTables.length > 0)
    throw new StartupError(`the stacks of ${municipality} must have exactly one table`);
  const [client] = all('AWS::Cognito::UserPoolClient');
  all('AWS::ApiGatewayV2::Api');
  all('AWS::ApiGatewayV2::Stage');
  const functions = all('AWS::Lambda::Function');
  const integrations = all('AWS::ApiGatewayV2::Integration');
  const authorizers = all('AWS::ApiGatewayV2::Authorizer');

  const functionArn = (nameOrArn: string) => {
    const found = functions.find(({ name, arn }) => name === nameOrArn || arn === nameOrArn);
    if (!found) throw new StartupError(`the stacks of ${municipality} have no function ${nameOrArn}`);
    return found.arn;
  };

  return {
    folder,
    region: table.stack.region,
    table: { name: table.name, schema: table.properties },
    buckets: all('AWS::S3::Bucket').map(({ name, properties }) => ({
      name,
      expiries: properties.LifecycleConfiguration.Rules.flatMap(
        ({ Status, ExpirationInDays, Prefix, TagFilters }) =>
          Status === 'Enabled' && ExpirationInDays !== undefined
            ? [
                {
                  days: ExpirationInDays,
                  prefix: Prefix,
                  tags: Object.fromEntries(TagFilters.map(({ Key, Value }) => [Key, Value])),
                },
              ]
            : [],
      ),
    })),
    functions: functions.map(({ name, arn, stack, properties: p }) => {
      const folder = stack.assets.get(p.Code.S3Key);
      if (!folder) throw new StartupError(`${stack.name}: the code of ${name} is not in the assembly`);
      return {
        name,
        arn,
        folder,
        handler: p.Handler,
        environment: p.Environment.Variables,
        timeoutSeconds: p.Timeout,
        memoryMegabytes: p.MemorySize,
      };
    }),
    streams: all('AWS::Lambda::EventSourceMapping').map(({ properties: p }) => ({
      tableName: p.EventSourceArn.split('/')[1] ?? '',
      partitionKey: table.properties.KeySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '',
      functionArn: functionArn(p.FunctionName),
      batchSize: p.BatchSize,
      parallelBatches: p.ParallelizationFactor,
      windowSeconds: p.MaximumBatchingWindowInSeconds,
      patterns: p.FilterCriteria.Filters.map(({ Pattern }) => Pattern),
      reportsItemFailures: p.FunctionResponseTypes.length > 0,
      bisects: p.BisectBatchOnFunctionError,
      retryAttempts: p.MaximumRetryAttempts,
    })),
    stateMachines: all('AWS::StepFunctions::StateMachine').map(({ name, arn, properties: p }) => ({
      name,
      arn,
      roleArn: p.RoleArn,
      definition: p.DefinitionString,
    })),
    routes: all('AWS::ApiGatewayV2::Route').map(({ stack, properties: p }) => {
      const integration = integrations.find(({ ref }) => p.Target === `integrations/${ref}`);
      if (!integration) throw new StartupError(`${stack.name}: ${p.RouteKey} leads nowhere`);
      const authorizer = authorizers.find(({ ref }) => ref === p.AuthorizerId);
      if (p.AuthorizationType === 'JWT' && !authorizer)
        throw new StartupError(`${stack.name}: ${p.RouteKey} has no authorizer`);
      return {
        key: p.RouteKey,
        functionArn: functionArn(integration.properties.IntegrationUri),
        audience: authorizer?.properties.JwtConfiguration.Audience,
        scopes: p.AuthorizationScopes,
      };
    }),
    schedules: all('AWS::Scheduler::Schedule')
      .filter(({ properties }) => properties.State === 'ENABLED')
      .map(({ name, properties: p }) => ({
        name,
        expression: p.ScheduleExpression,
        timeZone: p.ScheduleExpressionTimezone,
        functionArn: functionArn(p.Target.Arn),
        input: p.Target.Input,
      })),
    signIn: {
      clientId: client?.ref ?? 'local',
      returnUrls: [...(client?.properties.CallbackURLs ?? []), ...(client?.properties.LogoutURLs ?? [])],
    },
  };
}
