import type { ApiPath, LazyRoute, Method, Route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';

/** A route at its address, read when it is asked for. The compiler refuses an address that is not the route's own. */
const at = <At extends Method, Path extends ApiPath>(
  method: At,
  path: Path,
  load: () => Promise<Route<ApiDependencies, NoInfer<At>, NoInfer<Path>>>,
): LazyRoute<ApiDependencies> => ({ method, path, load });

/**
 * Every signed-in route, by the name of its operation in the published description. A request reads its own route and
 * what that needs, nothing else: half of a cold start was the schemas of all the others.
 */
export const operations = {
  listProgrammes: at(
    'GET',
    '/api/programmes',
    async () => (await import('./list-programmes.ts')).listProgrammes,
  ),
  getProgramme: at(
    'GET',
    '/api/programmes/{programme}',
    async () => (await import('./get-programme.ts')).getProgramme,
  ),
  createLocality: at(
    'POST',
    '/api/localities',
    async () => (await import('./create-locality.ts')).createLocality,
  ),
  listLocalities: at(
    'GET',
    '/api/localities',
    async () => (await import('./list-localities.ts')).listLocalities,
  ),
  getLocality: at('GET', '/api/localities/{id}', async () => (await import('./get-locality.ts')).getLocality),
  editLocality: at(
    'PATCH',
    '/api/localities/{id}',
    async () => (await import('./edit-locality.ts')).editLocality,
  ),
  handOverLocalities: at(
    'POST',
    '/api/handovers',
    async () => (await import('./hand-over-localities.ts')).handOverLocalities,
  ),
  listTerritories: at(
    'GET',
    '/api/territories',
    async () => (await import('./list-territories.ts')).listTerritories,
  ),
  listStages: at(
    'GET',
    '/api/localities/{id}/stages',
    async () => (await import('./list-stages.ts')).listStages,
  ),
  recordActivity: at(
    'PUT',
    '/api/localities/{id}/stages/{stage}/activities/{activity}',
    async () => (await import('./record-activity.ts')).recordActivity,
  ),
  getGate: at('GET', '/api/localities/{id}/gate', async () => (await import('./get-gate.ts')).getGate),
  requestReview: at(
    'POST',
    '/api/localities/{id}/gate/reviews',
    async () => (await import('./request-review.ts')).requestReview,
  ),
  decideGate: at(
    'POST',
    '/api/localities/{id}/gate/decisions',
    async () => (await import('./decide-gate.ts')).decideGate,
  ),
  resumeLocality: at(
    'POST',
    '/api/localities/{id}/resume',
    async () => (await import('./resume-locality.ts')).resumeLocality,
  ),
  getHistory: at(
    'GET',
    '/api/localities/{id}/history',
    async () => (await import('./get-history.ts')).getHistory,
  ),
  getPortfolio: at('GET', '/api/portfolio', async () => (await import('./get-portfolio.ts')).getPortfolio),
  createStakeholder: at(
    'POST',
    '/api/stakeholders',
    async () => (await import('./create-stakeholder.ts')).createStakeholder,
  ),
  listStakeholders: at(
    'GET',
    '/api/stakeholders',
    async () => (await import('./list-stakeholders.ts')).listStakeholders,
  ),
  getStakeholder: at(
    'GET',
    '/api/stakeholders/{id}',
    async () => (await import('./get-stakeholder.ts')).getStakeholder,
  ),
  editStakeholder: at(
    'PATCH',
    '/api/stakeholders/{id}',
    async () => (await import('./edit-stakeholder.ts')).editStakeholder,
  ),
  eraseStakeholder: at(
    'DELETE',
    '/api/stakeholders/{id}',
    async () => (await import('./erase-stakeholder.ts')).eraseStakeholder,
  ),
  exportStakeholder: at(
    'GET',
    '/api/stakeholders/{id}/export',
    async () => (await import('./export-stakeholder.ts')).exportStakeholder,
  ),
  revokeLinks: at(
    'POST',
    '/api/stakeholders/{id}/links/revoke',
    async () => (await import('./revoke-links.ts')).revokeLinks,
  ),
  recordPrivacyRequest: at(
    'POST',
    '/api/privacy-requests',
    async () => (await import('./record-privacy-request.ts')).recordPrivacyRequest,
  ),
  listPrivacyRequests: at(
    'GET',
    '/api/privacy-requests',
    async () => (await import('./list-privacy-requests.ts')).listPrivacyRequests,
  ),
  answerPrivacyRequest: at(
    'POST',
    '/api/privacy-requests/{id}/answer',
    async () => (await import('./answer-privacy-request.ts')).answerPrivacyRequest,
  ),
  printPrivacyAnswer: at(
    'GET',
    '/api/privacy-requests/{id}/answer.pdf',
    async () => (await import('./print-privacy-answer.ts')).printPrivacyAnswer,
  ),
  createCommitment: at(
    'POST',
    '/api/localities/{id}/commitments',
    async () => (await import('./create-commitment.ts')).createCommitment,
  ),
  listCommitments: at(
    'GET',
    '/api/localities/{id}/commitments',
    async () => (await import('./list-commitments.ts')).listCommitments,
  ),
  rollUpCommitments: at(
    'GET',
    '/api/commitments/roll-up',
    async () => (await import('./roll-up-commitments.ts')).rollUpCommitments,
  ),
  getCommitment: at(
    'GET',
    '/api/commitments/{id}',
    async () => (await import('./get-commitment.ts')).getCommitment,
  ),
  editCommitment: at(
    'PATCH',
    '/api/commitments/{id}',
    async () => (await import('./edit-commitment.ts')).editCommitment,
  ),
  getSummary: at('GET', '/api/summary', async () => (await import('./get-summary.ts')).getSummary),
  printSummary: at('GET', '/api/summary.pdf', async () => (await import('./print-summary.ts')).printSummary),
  exportSummary: at(
    'GET',
    '/api/summary.xlsx',
    async () => (await import('./export-summary.ts')).exportSummary,
  ),
  getPlan: at('GET', '/api/plan', async () => (await import('./get-plan.ts')).getPlan),
  getPlanHistory: at(
    'GET',
    '/api/plan/history',
    async () => (await import('./get-plan-history.ts')).getPlanHistory,
  ),
  createObjective: at(
    'POST',
    '/api/plan/objectives',
    async () => (await import('./create-objective.ts')).createObjective,
  ),
  createLine: at('POST', '/api/plan/lines', async () => (await import('./create-line.ts')).createLine),
  getLine: at('GET', '/api/plan/lines/{id}', async () => (await import('./get-line.ts')).getLine),
  editLine: at('PATCH', '/api/plan/lines/{id}', async () => (await import('./edit-line.ts')).editLine),
  createEntry: at(
    'POST',
    '/api/plan/lines/{id}/entries',
    async () => (await import('./create-entry.ts')).createEntry,
  ),
  listEntries: at(
    'GET',
    '/api/plan/lines/{id}/entries',
    async () => (await import('./list-entries.ts')).listEntries,
  ),
  createEntries: at(
    'POST',
    '/api/plan/entries',
    async () => (await import('./create-entries.ts')).createEntries,
  ),
  getAgenda: at('GET', '/api/agenda', async () => (await import('./get-agenda.ts')).getAgenda),
  getMyAgendaFeed: at(
    'GET',
    '/api/me/agenda-feed',
    async () => (await import('./my-agenda-feed.ts')).getMyAgendaFeed,
  ),
  saveMyAgendaFeed: at(
    'POST',
    '/api/me/agenda-feed',
    async () => (await import('./my-agenda-feed.ts')).saveMyAgendaFeed,
  ),
  createSession: at('POST', '/api/sessions', async () => (await import('./create-session.ts')).createSession),
  listSessions: at('GET', '/api/sessions', async () => (await import('./list-sessions.ts')).listSessions),
  getSession: at('GET', '/api/sessions/{id}', async () => (await import('./get-session.ts')).getSession),
  editSession: at('PATCH', '/api/sessions/{id}', async () => (await import('./edit-session.ts')).editSession),
  conveneSession: at(
    'POST',
    '/api/sessions/{id}/convocation',
    async () => (await import('./convene-session.ts')).conveneSession,
  ),
  holdSession: at(
    'POST',
    '/api/sessions/{id}/held',
    async () => (await import('./hold-session.ts')).holdSession,
  ),
  cancelSession: at(
    'POST',
    '/api/sessions/{id}/cancellation',
    async () => (await import('./cancel-session.ts')).cancelSession,
  ),
  createGroup: at('POST', '/api/groups', async () => (await import('./create-group.ts')).createGroup),
  listGroups: at('GET', '/api/groups', async () => (await import('./list-groups.ts')).listGroups),
  getGroup: at('GET', '/api/groups/{id}', async () => (await import('./get-group.ts')).getGroup),
  editGroup: at('PATCH', '/api/groups/{id}', async () => (await import('./edit-group.ts')).editGroup),
  getCascade: at(
    'GET',
    '/api/groups/{id}/cascade',
    async () => (await import('./get-cascade.ts')).getCascade,
  ),
  getCatalogue: at('GET', '/api/catalogue', async () => (await import('./get-catalogue.ts')).getCatalogue),
  listTasks: at('GET', '/api/tasks', async () => (await import('./list-tasks.ts')).listTasks),
  finishTask: at('POST', '/api/tasks/{id}/done', async () => (await import('./finish-task.ts')).finishTask),
  importFile: at('POST', '/api/imports/{kind}', async () => (await import('./import-file.ts')).importFile),
  exportFile: at('GET', '/api/exports/{file}', async () => (await import('./export-file.ts')).exportFile),
  createFile: at('POST', '/api/files', async () => (await import('./create-file.ts')).createFile),
  getFile: at('GET', '/api/files/{id}', async () => (await import('./get-file.ts')).getFile),
  removeFile: at('DELETE', '/api/files/{id}', async () => (await import('./remove-file.ts')).removeFile),
  runSweep: at('POST', '/api/sweeps', async () => (await import('./run-sweep.ts')).runSweep),
  importSurvey: at(
    'POST',
    '/api/localities/{id}/surveys/{wave}',
    async () => (await import('./import-survey.ts')).importSurvey,
  ),
  listSurveys: at(
    'GET',
    '/api/localities/{id}/surveys',
    async () => (await import('./list-surveys.ts')).listSurveys,
  ),
  exportSurvey: at(
    'GET',
    '/api/localities/{id}/surveys/{wave}/rows.csv',
    async () => (await import('./export-survey.ts')).exportSurvey,
  ),
  getEvaluation: at(
    'GET',
    '/api/localities/{id}/evaluation',
    async () => (await import('./get-evaluation.ts')).getEvaluation,
  ),
  drawEvaluation: at(
    'GET',
    '/api/localities/{id}/evaluation.svg',
    async () => (await import('./draw-evaluation.ts')).drawEvaluation,
  ),
  printDossier: at(
    'GET',
    '/api/localities/{id}/dossier.pdf',
    async () => (await import('./print-dossier.ts')).printDossier,
  ),
  listQuestionnaires: at(
    'GET',
    '/api/questionnaires',
    async () => (await import('./list-questionnaires.ts')).listQuestionnaires,
  ),
  getQuestionnaire: at(
    'GET',
    '/api/questionnaires/{questionnaire}',
    async () => (await import('./get-questionnaire.ts')).getQuestionnaire,
  ),
  printQuestionnaire: at(
    'GET',
    '/api/questionnaires/{questionnaire}/{file}',
    async () => (await import('./print-questionnaire.ts')).printQuestionnaire,
  ),
  readCandidates: at(
    'POST',
    '/api/targeting/candidates',
    async () => (await import('./read-candidates.ts')).readCandidates,
  ),
  readFacilities: at(
    'POST',
    '/api/targeting/facilities',
    async () => (await import('./read-facilities.ts')).readFacilities,
  ),
  freezeRanking: at(
    'POST',
    '/api/targeting/rankings',
    async () => (await import('./freeze-ranking.ts')).freezeRanking,
  ),
  listRankings: at(
    'GET',
    '/api/targeting/rankings',
    async () => (await import('./list-rankings.ts')).listRankings,
  ),
  getRanking: at(
    'GET',
    '/api/targeting/rankings/{ranking}',
    async () => (await import('./get-ranking.ts')).getRanking,
  ),
  getMunicipality: at(
    'GET',
    '/api/municipality',
    async () => (await import('./get-municipality.ts')).getMunicipality,
  ),
  getMail: at('GET', '/api/mail', async () => (await import('./get-mail.ts')).getMail),
  releaseMail: at('POST', '/api/mail/release', async () => (await import('./release-mail.ts')).releaseMail),
  listMails: at('GET', '/api/mails', async () => (await import('./list-mails.ts')).listMails),
  auditRecords: at('GET', '/api/audit', async () => (await import('./audit-records.ts')).auditRecords),
  getMyProfile: at('GET', '/api/me', async () => (await import('./my-profile.ts')).getMyProfile),
  saveMyProfile: at('PUT', '/api/me', async () => (await import('./my-profile.ts')).saveMyProfile),
};
