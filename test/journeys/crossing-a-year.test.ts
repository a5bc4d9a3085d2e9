import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { apiClient } from '../../local/api-client.ts';
import { walkthrough } from '../../local/walkthrough.ts';
import { testCredentials } from '../support/dynamodb-server.ts';
import { dataFolder, type EtapasProcess, startEtapas } from '../support/etapas-process.ts';
import { isDigestSubject } from './journey.ts';

const coordinator = { user: 'ana@juarez.example', role: 'coordinator' } as const;
const approver = { user: 'direccion@juarez.example', role: 'administrator' } as const;

const Info = z.object({
  awsEndpoint: z.string(),
  region: z.string(),
  stateMachines: z.record(z.string(), z.string()),
});
const Moved = z.object({ now: z.string() });
const Mailbox = z.array(z.object({ subject: z.string() }));

let etapas: EtapasProcess;
beforeAll(async () => {
  etapas = await startEtapas('--empty', '--port', '0', '--data', dataFolder());
});
afterAll(() => etapas?.stop());

it('400 days with a gate open leave the same visit open in a later generation, and no mail is repeated', async () => {
  const api = apiClient(etapas.url);
  const steps = walkthrough(api, { coordinator, approver });
  await api.as(approver)(z.unknown(), 'PUT', '/api/me', { mails: 'at-once' }, { 'if-match': '"0"' });
  const notices = async () =>
    (await api.local(Mailbox, 'GET', '/local/mailbox')).filter(({ subject }) => !isDigestSubject(subject));
  const { id } = await steps.begin('Anapra', 'convivir-mejor');
  await api.local(Moved, 'POST', '/local/clock', { advance: 'PT1S' });
  const before = await steps.locality(id);
  const mails = await notices();
  expect(mails).toHaveLength(1);
  expect(before).toMatchObject({ generation: 1, current: [{ stage: 'capacity-building', visit: 1 }] });

  await api.local(Moved, 'POST', '/local/clock', { advance: 'P400D' });

  const after = await steps.locality(id);
  expect(after.generation).toBe(2);
  expect(after.current).toEqual(before.current);
  expect(await notices()).toEqual(mails);

  // The ordinary AWS client sees what became of both executions.
  const { awsEndpoint, region, stateMachines } = await api.local(Info, 'GET', '/local/info');
  const client = new SFNClient({ endpoint: awsEndpoint, region, credentials: testCredentials });
  const arn = (generation: number) =>
    `${stateMachines['convivir-mejor']?.replace(':stateMachine:', ':execution:')}:${id}.${generation}`;
  const statesOf = async (generation: number) => {
    const { events = [] } = await client.send(
      new GetExecutionHistoryCommand({ executionArn: arn(generation) }),
    );
    return events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
  };
  expect((await client.send(new DescribeExecutionCommand({ executionArn: arn(1) }))).status).toBe(
    'SUCCEEDED',
  );
  expect(await statesOf(1)).toEqual([
    'Resume at',
    'Capacity building',
    'Capacity building: gate',
    'Hand over',
    'HandedOver',
  ]);
  expect((await client.send(new DescribeExecutionCommand({ executionArn: arn(2) }))).status).toBe('RUNNING');

  // The visit can be finished as if nothing had happened.
  await steps.pass(id);
  await api.local(Moved, 'POST', '/local/clock', { advance: 'PT1S' });
  expect((await steps.locality(id)).current).toMatchObject([{ stage: 'territorial-targeting', visit: 1 }]);
  expect(await statesOf(2)).toContain('Territorial targeting');
});
