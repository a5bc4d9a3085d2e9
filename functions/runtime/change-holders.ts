import type { AddressRecord } from '../../domain/address.ts';
import type { StakeholderChange } from '../../domain/commands/stakeholders.ts';
import type { Stakeholder } from '../../domain/stakeholder.ts';
import type { AddressRegister } from '../../store/address-register.ts';
import { commitStakeholder } from '../../store/commit.ts';
import type { StakeholderStore } from '../../store/stakeholders.ts';
import { type Table, type TransactItem, writeAll } from '../../store/transaction.ts';
import type { Clock } from './clock.ts';
import { untilCommitted } from './retry.ts';

interface Dependencies {
  table: Table;
  stakeholders: StakeholderStore;
  addresses: AddressRegister;
  clock: Clock;
}

/** Items that go with a change of a stakeholder, in one transaction of a hundred. */
const mostTogether = 80;

/** What is decided of one who has the address, by how they stand and what is known of it; nothing where all is so already. */
type Decide = (
  before: Stakeholder,
  record: AddressRecord,
) => { change: StakeholderChange; also?: TransactItem[] } | undefined;

/**
 * Changes somebody by what is learnt of their address, and whoever else has the same one: each in a transaction of their
 * own, decided anew where somebody else came first. What is decided twice must change nothing the second time.
 */
export async function changeHolders(
  ids: Iterable<string>,
  decide: Decide,
  { table, stakeholders, addresses, clock }: Dependencies,
): Promise<void> {
  for (const id of new Set(ids))
    await untilCommitted(async () => {
      const before = await stakeholders.find(id);
      const decided = before && decide(before, await addresses.recordOf(before));
      if (!decided) return;
      const { change, also = [] } = decided;
      for (let at = mostTogether; at < also.length; at += mostTogether)
        await writeAll(table, also.slice(at, at + mostTogether));
      await commitStakeholder(table, change, clock(), also.slice(0, mostTogether));
    });
}
