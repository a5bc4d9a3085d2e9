import { SFNClient } from '@aws-sdk/client-sfn';
import { isMail, type MailMessage } from '../../domain/mail.ts';
import type { Municipality } from '../../domain/municipality.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { localityStore } from '../../store/localities.ts';
import { mailDayStore } from '../../store/mail-days.ts';
import { mailReleaseStore } from '../../store/mail-release.ts';
import { outboxStore } from '../../store/outbox.ts';
import {
  mailsOf,
  type OutboxEntry,
  type OutboxKey,
  ownerOf,
  type PendingMessage,
} from '../../store/outbox-entry.ts';
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
import { finaliseMails } from './finalise-mail.ts';
import { openLanes } from './lanes.ts';
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
    mailDays: mailDayStore(table),
    mailRelease: mailReleaseStore(table),
  };
}

/** The dependencies of a deployed function, which sends as many batches at once as `lanes` tell. */
export function deployedDispatch(lanes = openLanes()): DispatchDependencies {
  const municipality = deployedMunicipality();
  const table = deployedTable();
  const url = publicUrl();
  return dispatchDependencies(table, municipality, {
    workflows: workflowsOn(new SFNClient(), stateMachinePrefix()),
    send: lazyMailer(municipality, { configurationSet: configurationSet(), clock, lanes }),
    links: linksOn({ table, municipality, publicUrl: url, clock }),
    publicUrl: url,
    clock,
  });
}

/** What of an entry could not be carried out, and why. */
interface Undone {
  messages: PendingMessage[];
  failures: unknown[];
}

/**
 * Carries out what entries of the outbox ask for, as far as it is still to be done; each part is safe to be called again at
 * any time. What workflows wait for comes first and needs nothing from the table; mail takes its time.
 */
export function dispatcher(dependencies: DispatchDependencies) {
  const { outbox } = dependencies;

  /** Carries out the messages that are no mail; answers what failed. */
  async function begin(entry: OutboxEntry): Promise<Undone> {
    const undone: Undone = { messages: [], failures: [] };
    for (const one of entry.messages) {
      const { message } = one;
      if (isMail(message)) continue;
      try {
        await carryOut(message, entry, dependencies);
      } catch (failure) {
        undone.messages.push(one);
        undone.failures.push(failure);
      }
    }
    return undone;
  }

  /**
   * Does the rest: sends the mails, or takes an entry out that has none. Answers whether something was done.
   * @throws what failed of the entry, once all else of it is done and written
   */
  async function finish(entry: OutboxEntry, { messages, failures }: Undone): Promise<boolean> {
    const hasMail = mailsOf(entry.messages).length > 0;
    const failed = [...failures];
    let isDone = true;
    if (hasMail)
      isDone = await deliver(entry, messages, dependencies).catch((failure: unknown) => {
        failed.push(failure);
        return false;
      });
    else if (messages.length === 0) await close(entry);
    if (failed.length > 0) throw failed.length === 1 ? failed[0] : new AggregateError(failed, entry.id);
    return isDone;
  }

  /** Takes an entry out of which nothing is left to do; what it tells of mails is kept. */
  const close = (entry: OutboxEntry): Promise<unknown> =>
    entry.finalised.length > 0 ? finaliseMails(entry, [], undefined, dependencies) : outbox.remove(entry);

  /** Does all that the entry with this key asks for. Answers whether there was something to do. */
  async function run(key: OutboxKey): Promise<boolean> {
    const entry = await outbox.find(key);
    return entry ? finish(entry, await begin(entry)) : false;
  }

  return { begin, finish, run };
}
export type Dispatcher = ReturnType<typeof dispatcher>;

/** Carries out a message that is no mail; doing it again changes nothing. */
async function carryOut(
  message: Exclude<OutboxMessage, MailMessage>,
  entry: OutboxEntry,
  dependencies: DispatchDependencies,
): Promise<unknown> {
  const { table, workflows, clock } = dependencies;
  switch (message.kind) {
    case 'import': {
      const [{ finishImport }, { importStore }] = await Promise.all([
        import('../imports/finish-import.ts'),
        import('../../store/imports.ts'),
      ]);
      return finishImport({ ...dependencies, imports: importStore(table) }, message.staged);
    }
    case 'convoke': {
      const { convoke } = await import('./convoke.ts');
      return convoke(message, { table, clock });
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
