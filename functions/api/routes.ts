import { createLocality } from './create-locality.ts';
import { decideGate } from './decide-gate.ts';
import { editLocality } from './edit-locality.ts';
import { getGate } from './get-gate.ts';
import { getHistory } from './get-history.ts';
import { getLocality } from './get-locality.ts';
import { getPortfolio } from './get-portfolio.ts';
import { getProgramme } from './get-programme.ts';
import { listLocalities } from './list-localities.ts';
import { listProgrammes } from './list-programmes.ts';
import { listStages } from './list-stages.ts';
import { getMyProfile, saveMyProfile } from './my-profile.ts';
import { recordActivity } from './record-activity.ts';
import { requestReview } from './request-review.ts';
import { resumeLocality } from './resume-locality.ts';

/** Every signed-in route. */
export const routes = [
  listProgrammes,
  getProgramme,
  createLocality,
  listLocalities,
  getLocality,
  editLocality,
  listStages,
  recordActivity,
  getGate,
  requestReview,
  decideGate,
  resumeLocality,
  getHistory,
  getPortfolio,
  getMyProfile,
  saveMyProfile,
];
