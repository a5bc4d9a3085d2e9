import * as z from 'zod';
import { Programme } from '../../domain/programme.ts';
import { versionsOf } from './version-catalogue.ts';

/** A programme version with the digest of the workflow definition deployed for it. */
export const DeployedProgramme = Programme.safeExtend({ definition: z.string() });
export type DeployedProgramme = z.infer<typeof DeployedProgramme>;

/** The programme as it was released, without what its deployment added. */
export const asReleased = ({ definition: _, ...programme }: DeployedProgramme): Programme => programme;

/** Finds programmes among those deployed; `exact` is the version that a locality walks. */
export const catalogueOf = (programmes: DeployedProgramme[]) => versionsOf('programme', programmes);
export type ProgrammeCatalogue = ReturnType<typeof catalogueOf>;
