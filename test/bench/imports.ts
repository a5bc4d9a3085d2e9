import type { Group } from './group.ts';
import { bareTransactions } from './machine/bare.ts';
import { atFirst, importLocalities, localityIds, untilOpen, untilSent } from './machine/imported.ts';
import { startMachine } from './machine/machine.ts';
import { median, timed } from './timing.ts';

/** Bare transactions under way at a time: as many as of the requests of people in the other groups. */
const most = 20;
/** Files that are imported, each followed by bare transactions. */
const rounds = 3;

export const imports: Group = {
  what: 'Localities imported as one file by the interface of the real runner, against as many bare transactions of six items on the same table server',
  async measure({ sizes: [count = 1_000] = [] }) {
    const machine = await startMachine();
    try {
      const transactions = await bareTransactions(machine.plain);
      // Functions are loaded by their first call.
      await importLocalities(machine, most);
      await untilSent(machine, 2 * most);
      await transactions(most, most);
      const known = new Set(await localityIds(machine));
      const took: Record<'accepted' | 'open' | 'sent' | 'bare', number[]> = {
        accepted: [],
        open: [],
        sent: [],
        bare: [],
      };
      for (let round = 0; round < rounds; round += 1) {
        took.bare.push((await transactions(count, most)).whole);
        const mails = await machine.sent();
        const began = performance.now();
        took.accepted.push((await timed(() => importLocalities(machine, count))).took);
        const ids = (await localityIds(machine)).filter((id) => !known.has(id));
        for (const id of ids) known.add(id);
        await untilOpen(machine.table, ids, atFirst);
        took.open.push(performance.now() - began);
        // Nobody has to act on an opened stage: it is kept for the digests of who is told of it.
        await untilSent(machine, mails);
        took.sent.push(performance.now() - began);
      }
      const seconds = (values: number[]) => median(values) / 1_000;
      const against = { unit: 's', baseline: seconds(took.bare), of: `${count} bare transactions` };
      const name = (what: string) => `${count} localities: ${what}`;
      return [
        { name: name('until the file is accepted'), counted: seconds(took.accepted), ...against },
        {
          name: name('until all first stages are open'),
          counted: seconds(took.open),
          ...against,
          wanted: { atMost: 8 },
        },
        { name: name('until what staff are told is kept for them'), counted: seconds(took.sent), ...against },
      ];
    } finally {
      await machine.stop();
    }
  },
};
