import { SFNClient } from '@aws-sdk/client-sfn';
import type { Errand } from '../../domain/change.ts';
import { recordMail } from '../../domain/commands/record-mail.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { renderGateMail } from '../../emails/index.ts';
import { commit } from '../../store/commit.ts';
import { type LocalityStore, localityStore } from '../../store/localities.ts';
import {
  type OutboxEntry,
  type OutboxKey,
  type OutboxStore,
  outboxStore,
  settledItem,
} from '../../store/outbox.ts';
import { type StaffStore, staffStore } from '../../store/staff.ts';
import type { Table } from '../../store/transaction.ts';
import { type Clock, clock } from '../runtime/clock.ts';
import { deployedMunicipality, deployedTable, stateMachinePrefix } from '../runtime/environment.ts';
import { logger } from '../runtime/logger.ts';
import { untilCommitted } from '../runtime/retry.ts';
import { type Handed, type Mailer, mailClient, mailerOn } from './mailer.ts';
import { type Workflows, workflowsOn } from './workflows.ts';

/** What errands are run with. */
export interface ErrandDependencies {
  table: Table;
  localities: LocalityStore;
  outbox: OutboxStore;
  staff: StaffStore;
  municipality: Municipality;
  workflows: Workflows;
  send: Mailer;
  clock: Clock;
}

/** The dependencies on a table, for a municipality. */
export function errandDependencies(
  table: Table,
  municipality: Municipality,
  { workflows, send, clock: time }: Pick<ErrandDependencies, 'workflows' | 'send' | 'clock'>,
): ErrandDependencies {
  return {
    ...{ table, municipality, workflows, send, clock: time },
    localities: localityStore(table),
    outbox: outboxStore(table),
    staff: staffStore(table),
  };
}

/** The dependencies of a deployed function. */
export function deployedErrands(): ErrandDependencies {
  const municipality = deployedMunicipality();
  return errandDependencies(deployedTable(), municipality, {
    workflows: workflowsOn(new SFNClient(), stateMachinePrefix()),
    send: mailerOn(mailClient(municipality), municipality),
    clock,
  });
}

/**
 * Does what one entry of the outbox asks for, if that is still to be done; safe to be called again at any time.
 * Answers whether there was something to do.
 */
export function errandRunner(dependencies: ErrandDependencies) {
  const { outbox, workflows } = dependencies;
  return async (key: OutboxKey): Promise<boolean> => {
    const entry = await outbox.find(key);
    if (!entry) return false;
    const { errand, locality } = entry;
    if (errand.kind === 'mail') return deliver(key, dependencies);
    if (errand.kind === 'start-execution') await workflows.start(locality, errand);
    else await workflows.answer(errand);
    await outbox.remove(key);
    return true;
  };
}

type MailErrand = Extract<Errand, { kind: 'mail' }>;

/** Leases a mail, sends it and records what came of it. */
async function deliver(key: OutboxKey, dependencies: ErrandDependencies): Promise<boolean> {
  const { outbox, send, staff, municipality, clock: time } = dependencies;
  const entry = await outbox.lease(key, time());
  if (entry?.errand.kind !== 'mail') return false;
  const { to, mail } = entry.errand;
  const language = (await staff.find(to))?.language ?? municipality.language;
  const address = to.includes('@') ? to : `${to}@${municipality.staffMailDomain}`;
  const handed = await send(address, renderGateMail(mail, { language, municipality }), entry.id);
  if (handed.outcome === 'sent' || handed.outcome === 'refused') {
    await settle(entry, entry.errand, handed, dependencies);
    return true;
  }
  logger.error('mail not sent', { outbox: entry.id, ...handed });
  // Where the outcome is unknown the lease is left to run out: only then may the mail be tried again.
  if (handed.outcome === 'put-off') await outbox.putOff(entry);
  return false;
}

async function settle(
  entry: OutboxEntry,
  { to, mail }: MailErrand,
  handed: Extract<Handed, { outcome: 'sent' | 'refused' }>,
  { table, localities, outbox, clock: time }: ErrandDependencies,
): Promise<void> {
  const { id, locality, attempts } = entry;
  const outcome =
    handed.outcome === 'sent'
      ? ({ state: 'sent', messageId: handed.messageId } as const)
      : ({ state: 'failed', error: handed.error } as const);
  await untilCommitted(async () => {
    const current = await outbox.find(entry);
    if (current?.state !== 'leased' || current.leasedUntil !== entry.leasedUntil) return;
    const now = time();
    const { state: _, ...result } = outcome;
    const change = recordMail(await localities.get(locality), {
      outbox: id,
      message: mail.message,
      to,
      attempts,
      ...result,
    });
    await commit(table, change, now, [settledItem(table, entry, outcome, now)]);
  });
}
