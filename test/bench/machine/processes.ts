import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second, whatever its own ticks are. */
const tick = 10;

/** The fields of `/proc/<id>/stat` after the program's name, which may hold anything. */
function statOf(id: number): string[] {
  const text = readFileSync(`/proc/${id}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Milliseconds of processor that a process has taken so far, with all its threads. */
export function processorOf(id: number): number {
  const fields = statOf(id);
  return (Number(fields[11]) + Number(fields[12])) * tick;
}

/** Bytes of memory that a process holds; of what it shares with others, its share. */
export function memoryOf(id: number): number {
  const [, kilobytes = '0'] =
    /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}

/** A process and all that it started, as long as they run. */
export function familyOf(id: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name))
      try {
        parents.set(Number(name), Number(statOf(Number(name))[1]));
      } catch {
        // It has ended meanwhile.
      }
  const family = [id];
  for (const member of family)
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}
