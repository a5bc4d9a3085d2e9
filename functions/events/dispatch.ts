import { SFNClient } from '@aws-sdk/client-sfn';
import type { Municipality } from '../../domain/municipality.ts';
import { commitmentStore } from '../../store/commitments.ts';
import { importStore } from '../../store/imports.ts';
import { localityStore } from '../../store/localities.ts';
import { mailDayStore } from '../../store/mail-days.ts';
import { mailReleaseStore } from '../../store/mail-release.ts';
import { outboxStore } from '../../store/outbox.ts';
import { type OutboxKey, ownerOf } from '../../store/outbox-entry.ts';
import { staffStore } from '../../store/staff.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import type { Table } from '../../store/transaction.ts';
import { finishImport } from '../imports/finish-import.ts';
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
import { mailClient, mailerOn } from './mailer.ts';
import { type Workflows, workflowsOn } from './workflows.ts';

/** What outbox messages are run with. */
export interface DispatchDependencies extends DeliverDependencies {
  table: Table;
  workflows: Workflows;
}

/** The dependencies on a table, for a municipality. */
export function dispatchDependencies(
  table: Table,
  municipality: Municipality,
  outside: Pick<DispatchDependencies, 'workflows' | 'send' | 'links' | 'clock'>,
): DispatchDependencies {
  return {
    ...{ table, municipality },
    ...outside,
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
  return dispatchDependencies(table, municipality, {
    workflows: workflowsOn(new SFNClient(), stateMachinePrefix()),
    send: mailerOn(mailClient(municipality), { municipality, configurationSet: configurationSet(), clock }),
    links: linksOn({ table, municipality, publicUrl: publicUrl(), clock }),
    clock,
  });
}

/**
 * Does what one entry of the outbox asks for, if that is still to be done; safe to be called again at any time.
 * Answers whether there was something to do.
 */
export function dispatcher(dependencies: DispatchDependencies) {
  const { outbox, workflows } = dependencies;
  return async (key: OutboxKey): Promise<boolean> => {
    const entry = await outbox.find(key);
    if (!entry) return false;
    const { errand } = entry;
    if (errand.kind === 'import') {
      await finishImport({ ...dependencies, imports: importStore(dependencies.table) }, errand.staged);
      await outbox.remove(key);
      return true;
    }
    if (errand.kind !== 'start-execution' && errand.kind !== 'answer-gate')
      return deliver(entry, dependencies);
    const owner = ownerOf(entry);
    if (!('locality' in owner)) throw new Error(`${entry.id} is of no locality`);
    if (errand.kind === 'start-execution') await workflows.start(owner.locality, errand);
    else await workflows.answer(errand);
    await outbox.remove(key);
    return true;
  };
}
