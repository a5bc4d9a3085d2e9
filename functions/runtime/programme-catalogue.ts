import type { DeployedProgramme } from '../../domain/deployed.ts';
import type { Programme } from '../../domain/programme.ts';
import { versionsOf } from './version-catalogue.ts';

/** The programme as it was released, without what its deployment added. */
export const asReleased = ({ definition: _, ...programme }: DeployedProgramme): Programme => programme;

/** Finds programmes among those deployed; `exact` is the version that a locality walks. */
export const catalogueOf = (programmes: DeployedProgramme[]) => versionsOf('programme', programmes);
export type ProgrammeCatalogue = ReturnType<typeof catalogueOf>;
