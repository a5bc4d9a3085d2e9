import { auditRecords } from './audit-records.ts';
import { createCommitment } from './create-commitment.ts';
import { createFile } from './create-file.ts';
import { createLocality } from './create-locality.ts';
import { createStakeholder } from './create-stakeholder.ts';
import { decideGate } from './decide-gate.ts';
import { drawEvaluation } from './draw-evaluation.ts';
import { editCommitment } from './edit-commitment.ts';
import { editLocality } from './edit-locality.ts';
import { editStakeholder } from './edit-stakeholder.ts';
import { eraseStakeholder } from './erase-stakeholder.ts';
import { exportFile } from './export-file.ts';
import { exportStakeholder } from './export-stakeholder.ts';
import { exportSurvey } from './export-survey.ts';
import { finishTask } from './finish-task.ts';
import { freezeRanking } from './freeze-ranking.ts';
import { getCatalogue } from './get-catalogue.ts';
import { getCommitment } from './get-commitment.ts';
import { getEvaluation } from './get-evaluation.ts';
import { getFile } from './get-file.ts';
import { getGate } from './get-gate.ts';
import { getHistory } from './get-history.ts';
import { getLocality } from './get-locality.ts';
import { getMail } from './get-mail.ts';
import { getMunicipality } from './get-municipality.ts';
import { getPortfolio } from './get-portfolio.ts';
import { getProgramme } from './get-programme.ts';
import { getQuestionnaire } from './get-questionnaire.ts';
import { getRanking } from './get-ranking.ts';
import { getStakeholder } from './get-stakeholder.ts';
import { importFile } from './import-file.ts';
import { importSurvey } from './import-survey.ts';
import { listCommitments } from './list-commitments.ts';
import { listLocalities } from './list-localities.ts';
import { listMails } from './list-mails.ts';
import { listProgrammes } from './list-programmes.ts';
import { listQuestionnaires } from './list-questionnaires.ts';
import { listRankings } from './list-rankings.ts';
import { listStages } from './list-stages.ts';
import { listStakeholders } from './list-stakeholders.ts';
import { listSurveys } from './list-surveys.ts';
import { listTasks } from './list-tasks.ts';
import { listTerritories } from './list-territories.ts';
import { getMyProfile, saveMyProfile } from './my-profile.ts';
import { printDossier } from './print-dossier.ts';
import { printQuestionnaire } from './print-questionnaire.ts';
import { readCandidates } from './read-candidates.ts';
import { readFacilities } from './read-facilities.ts';
import { recordActivity } from './record-activity.ts';
import { releaseMail } from './release-mail.ts';
import { requestReview } from './request-review.ts';
import { resumeLocality } from './resume-locality.ts';
import { revokeLinks } from './revoke-links.ts';
import { rollUpCommitments } from './roll-up-commitments.ts';
import { runSweep } from './run-sweep.ts';

/** Every signed-in route, by the name of its operation in the published description. */
const operations = {
  listProgrammes,
  getProgramme,
  createLocality,
  listLocalities,
  getLocality,
  editLocality,
  listTerritories,
  listStages,
  recordActivity,
  getGate,
  requestReview,
  decideGate,
  resumeLocality,
  getHistory,
  getPortfolio,
  createStakeholder,
  listStakeholders,
  getStakeholder,
  editStakeholder,
  eraseStakeholder,
  exportStakeholder,
  revokeLinks,
  createCommitment,
  listCommitments,
  rollUpCommitments,
  getCommitment,
  editCommitment,
  getCatalogue,
  listTasks,
  finishTask,
  importFile,
  exportFile,
  createFile,
  getFile,
  runSweep,
  importSurvey,
  listSurveys,
  exportSurvey,
  getEvaluation,
  drawEvaluation,
  printDossier,
  listQuestionnaires,
  getQuestionnaire,
  printQuestionnaire,
  readCandidates,
  readFacilities,
  freezeRanking,
  listRankings,
  getRanking,
  getMunicipality,
  getMail,
  releaseMail,
  listMails,
  auditRecords,
  getMyProfile,
  saveMyProfile,
};

/** Every signed-in route, in the order of the description. */
export const routes = Object.entries(operations).map(([operationId, route]) => ({ operationId, ...route }));
