import * as z from 'zod';
import { Programme } from '../../domain/programme.ts';

/** A programme version with the digest of the workflow definition deployed for it. */
export const DeployedProgramme = Programme.safeExtend({ definition: z.string() });
export type DeployedProgramme = z.infer<typeof DeployedProgramme>;

/** The programme as it was released, without what its deployment added. */
export const asReleased = ({ definition: _, ...programme }: DeployedProgramme): Programme => programme;

/** Finds programmes among those deployed. */
export function catalogueOf(programmes: DeployedProgramme[]) {
  const all = [...programmes].sort((a, b) => a.id.localeCompare(b.id) || b.version - a.version);
  return {
    all,
    /** The newest version of every programme. */
    current: all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at),
    /** The newest version under an id. */
    newest: (id: string) => all.find((programme) => programme.id === id),
    /** The version a locality walks; it stays deployed as long as localities walk it. */
    exact: ({ id, version }: { id: string; version: number }): DeployedProgramme => {
      const found = all.find((programme) => programme.id === id && programme.version === version);
      if (!found) throw new Error(`programme ${id} v${version} is not deployed`);
      return found;
    },
  };
}
export type ProgrammeCatalogue = ReturnType<typeof catalogueOf>;
