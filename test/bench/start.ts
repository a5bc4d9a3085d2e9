import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { built } from '../support/built.ts';
import { dataFolder, startEtapas } from '../support/etapas-process.ts';
import type { Group, Row } from './group.ts';
import { familyOf, memoryOf, processorOf } from './machine/processes.ts';
import { timed } from './timing.ts';

/** Seconds until a machine that was started is at rest: functions give their threads back after a minute; and looked at. */
const [calm, looked] = [100, 30];

async function resting(id: number, name: string): Promise<Row[]> {
  await pause(calm * 1_000);
  const family = familyOf(id);
  const processor = () => family.reduce((sum, member) => sum + processorOf(member), 0);
  const before = processor();
  const { took } = await timed(() => pause(looked * 1_000));
  const memory = family.reduce((sum, member) => sum + memoryOf(member), 0);
  return [
    {
      name: `${name}: processor while idle`,
      counted: (100 * (processor() - before)) / took,
      unit: '% of a core',
      wanted: { below: 2 },
    },
    { name: `${name}: memory while idle`, counted: memory / 1e6, unit: 'MB', wanted: { below: 300 } },
  ];
}

export const start: Group = {
  what: `npm start of a machine that is built: until it is ready, and ${looked} s of rest with all its processes`,
  async measure() {
    await built();
    const folder = dataFolder();
    const rows: Row[] = [];
    for (const name of ['first start, example made', 'next start']) {
      const { took, result: etapas } = await timed(() => startEtapas('--port', '0', '--data', folder));
      try {
        rows.push({ name, counted: took / 1_000, unit: 's' }, ...(await resting(etapas.id, name)));
      } finally {
        await etapas.stop();
      }
    }
    rmSync(folder, { recursive: true, force: true });
    return rows;
  },
};
