import { SFNClient } from '@aws-sdk/client-sfn';
import { isMail, type MailMessage } from '../../domain/mail.ts';
import type { Municipality } from '../../domain/municipality.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { commitmentStore } from '../../store/commitments.ts';
import { localityStore } from '../../store/localities.ts';
import { mailDayStore } from '../../store/mail-days.ts';
import { mailReleaseStore } from '../../store/mail-release.ts';
import { outboxStore } from '../../store/outbox.ts';
import { type OutboxEntry, type OutboxKey, ownerOf } from '../../store/outbox-entry.ts';
import { staffStore } from '../../store/staff.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import type { Table } from '../../store/transaction.ts';
import { clock } from '../runtime/clock.ts';
import {
  configurationSet,
  deployedMunicipality,
  deployedTable,
  publicUrl,
  stateMachinePrefix,
} from '../runtime/environment.ts';
import { linksOn } from '../runtime/links.ts';
import { type DeliverDependencies, deliver } from './deliver.ts';
import { lazyMailer } from './lazy-mailer.ts';
import { type Workflows, workflowsOn } from './workflows.ts';

/** What outbox messages are dispatched with. */
export interface DispatchDependencies extends DeliverDependencies {
  table: Table;
  workflows: Workflows;
}

/** The dependencies on a table, for a municipality. */
export function dispatchDependencies(
  table: Table,
  municipality: Municipality,
  outside: Pick<DispatchDependencies, 'workflows' | 'send' | 'links' | 'publicUrl' | 'clock'>,
): DispatchDependencies {
  return {
    ...outside,
    table,
    municipality,
    localities: localityStore(table),
    outbox: outboxStore(table),
    staff: staffStore(table),
    commitments: commitmentStore(table),
    stakeholders: stakeholderStore(table),
    mailDays: mailDayStore(table),
    mailRelease: mailReleaseStore(table),
  };
}

/** The dependencies of a deployed function. */
export function deployedDispatch(): DispatchDependencies {
  const municipality = deployedMunicipality();
  const table = deployedTable();
  const url = publicUrl();
  return dispatchDependencies(table, municipality, {
    workflows: workflowsOn(new SFNClient(), stateMachinePrefix()),
    send: lazyMailer(municipality, { configurationSet: configurationSet(), clock }),
    links: linksOn({ table, municipality, publicUrl: url, clock }),
    publicUrl: url,
    clock,
  });
}

/**
 * Does what one entry of the outbox asks for, if that is still to be done; safe to be called again at any time.
 * Answers whether there was something to do.
 */
export function dispatcher(dependencies: DispatchDependencies) {
  const { outbox } = dependencies;
  return async (key: OutboxKey): Promise<boolean> => {
    const entry = await outbox.find(key);
    if (!entry) return false;
    const { message } = entry;
    if (isMail(message)) return deliver({ ...entry, message }, dependencies);
    await carryOut(message, entry, dependencies);
    await outbox.remove(key);
    return true;
  };
}

/** Carries out a message that is no mail; doing it again changes nothing. */
async function carryOut(
  message: Exclude<OutboxMessage, MailMessage>,
  entry: OutboxEntry,
  dependencies: DispatchDependencies,
): Promise<unknown> {
  const { table, workflows } = dependencies;
  switch (message.kind) {
    case 'import': {
      const [{ finishImport }, { importStore }] = await Promise.all([
        import('../imports/finish-import.ts'),
        import('../../store/imports.ts'),
      ]);
      return finishImport({ ...dependencies, imports: importStore(table) }, message.staged);
    }
    case 'start-execution':
      return workflows.start(localityOf(entry), message);
    case 'answer-gate':
      return workflows.answer(message);
    default:
      return message satisfies never;
  }
}

function localityOf(entry: OutboxEntry): string {
  const owner = ownerOf(entry);
  if (!('locality' in owner)) throw new Error(`${entry.id} is of no locality`);
  return owner.locality;
}
