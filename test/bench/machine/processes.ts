import { readFileSync } from 'node:fs';

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
