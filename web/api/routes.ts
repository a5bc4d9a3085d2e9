// Made from the description of the interface by `npm run client`; not written by hand.

export interface Routes {
  /**
   * The programmes a locality can walk
   */
  'GET /api/programmes': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: ListProgrammesResponse;
  };
  /**
   * One programme: its stages, activities and criteria
   */
  'GET /api/programmes/{programme}': {
    params: {
      programme: string;
    };
    query: {
      version?: number;
    };
    body: undefined;
    version: undefined;
    answer: Programme;
  };
  /**
   * Begin a programme in a locality
   */
  'POST /api/localities': {
    params: undefined;
    query: undefined;
    body: CreateLocalityRequest;
    version: number | undefined;
    answer: EnteredLocality;
  };
  /**
   * Localities by stage, status, health or name
   */
  'GET /api/localities': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
      stage?: string;
      status?: LocalityStatus;
      health?: LocalityHealth;
      q?: string;
    };
    body: undefined;
    version: undefined;
    answer: ListLocalitiesResponse;
  };
  /**
   * One locality
   */
  'GET /api/localities/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: GetLocalityResponse;
  };
  /**
   * Correct the particulars of a locality
   */
  'PATCH /api/localities/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: EditLocalityRequest;
    version: number;
    answer: EnteredLocality;
  };
  /**
   * Hand the localities of one coordinator over to another; with dryRun, only tell which
   */
  'POST /api/handovers': {
    params: undefined;
    query: {
      dryRun?: string;
    };
    body: HandOverLocalitiesRequest;
    version: number | undefined;
    answer: HandOverLocalitiesResponse;
  };
  /**
   * Outlines of the localities for a map, less detailed than their territories
   */
  'GET /api/territories': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
    };
    body: undefined;
    version: undefined;
    answer: ListTerritoriesResponse;
  };
  /**
   * Every stage with its visits, activities and decisions
   */
  'GET /api/localities/{id}/stages': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: ListStagesResponse;
  };
  /**
   * Record what is known of an activity, or of a step within it
   */
  'PUT /api/localities/{id}/stages/{stage}/activities/{activity}': {
    params: {
      id: string;
      stage: string;
      activity: string;
    };
    query: undefined;
    body: RecordActivityRequest;
    version: number;
    answer: RecordActivityResponse;
  };
  /**
   * What the gate asks for, and what is missing
   */
  'GET /api/localities/{id}/gate': {
    params: {
      id: string;
    };
    query: {
      track?: string;
    };
    body: undefined;
    version: undefined;
    answer: GetGateResponse;
  };
  /**
   * Ask for a review of the gate
   */
  'POST /api/localities/{id}/gate/reviews': {
    params: {
      id: string;
    };
    query: undefined;
    body: RequestReviewRequest;
    version: number | undefined;
    answer: RequestReviewResponse;
  };
  /**
   * Decide the gate
   */
  'POST /api/localities/{id}/gate/decisions': {
    params: {
      id: string;
    };
    query: undefined;
    body: DecideGateRequest;
    version: number | undefined;
    answer: DecideGateResponse;
  };
  /**
   * Resume a locality after a hold
   */
  'POST /api/localities/{id}/resume': {
    params: {
      id: string;
    };
    query: undefined;
    body: ResumeLocalityRequest;
    version: number | undefined;
    answer: Locality;
  };
  /**
   * The history of a locality
   */
  'GET /api/localities/{id}/history': {
    params: {
      id: string;
    };
    query: {
      limit?: number;
      cursor?: string;
      newestFirst?: string;
    };
    body: undefined;
    version: undefined;
    answer: HistoryPage;
  };
  /**
   * Counts by stage, health and status, and what falls due next
   */
  'GET /api/portfolio': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: GetPortfolioResponse;
  };
  /**
   * Record a stakeholder
   */
  'POST /api/stakeholders': {
    params: undefined;
    query: undefined;
    body: CreateStakeholderRequest;
    version: number | undefined;
    answer: EnteredStakeholder;
  };
  /**
   * Stakeholders by locality, sector or name
   */
  'GET /api/stakeholders': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
      locality?: string;
      sector?: Sector;
      reachable?: string;
      suppressed?: string;
      q?: string;
    };
    body: undefined;
    version: undefined;
    answer: ListStakeholdersResponse;
  };
  /**
   * One stakeholder
   */
  'GET /api/stakeholders/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Stakeholder;
  };
  /**
   * Correct what is known of a stakeholder
   */
  'PATCH /api/stakeholders/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: EditStakeholderRequest;
    version: number;
    answer: EnteredStakeholder;
  };
  /**
   * Erase what identifies a stakeholder, what they wrote, and what was written of them
   */
  'DELETE /api/stakeholders/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: number;
    answer: Stakeholder;
  };
  /**
   * All that is kept of a stakeholder
   */
  'GET /api/stakeholders/{id}/export': {
    params: {
      id: string;
    };
    query: {
      cursor?: string;
    };
    body: undefined;
    version: undefined;
    answer: ExportStakeholderResponse;
  };
  /**
   * Revoke all links sent to a stakeholder
   */
  'POST /api/stakeholders/{id}/links/revoke': {
    params: {
      id: string;
    };
    query: undefined;
    body: RevokeLinksRequest;
    version: number | undefined;
    answer: Stakeholder;
  };
  /**
   * Record a request of access, rectification, cancellation or opposition
   */
  'POST /api/privacy-requests': {
    params: undefined;
    query: undefined;
    body: RecordPrivacyRequestRequest;
    version: number | undefined;
    answer: RecordPrivacyRequestResponse;
  };
  /**
   * The register of requests of access, rectification, cancellation and opposition, the newest first
   */
  'GET /api/privacy-requests': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
    };
    body: undefined;
    version: undefined;
    answer: ListPrivacyRequestsResponse;
  };
  /**
   * Say how and when a request was answered
   */
  'POST /api/privacy-requests/{id}/answer': {
    params: {
      id: string;
    };
    query: undefined;
    body: AnswerPrivacyRequestRequest;
    version: number | undefined;
    answer: RecordPrivacyRequestResponse;
  };
  /**
   * The answer to a request as a document to print, with what is held of the person
   */
  'GET /api/privacy-requests/{id}/answer.pdf': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * Add a commitment to the matrix of a locality
   */
  'POST /api/localities/{id}/commitments': {
    params: {
      id: string;
    };
    query: undefined;
    body: CreateCommitmentRequest;
    version: number | undefined;
    answer: EnteredCommitment;
  };
  /**
   * The commitment matrix of a locality
   */
  'GET /api/localities/{id}/commitments': {
    params: {
      id: string;
    };
    query: {
      limit?: number;
      cursor?: string;
      status?: CommitmentStatus;
      sector?: Sector;
      responsible?: string;
    };
    body: undefined;
    version: undefined;
    answer: ListCommitmentsResponse;
  };
  /**
   * Actions and budget by policy area
   */
  'GET /api/commitments/roll-up': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: RollUpCommitmentsResponse;
  };
  /**
   * One commitment
   */
  'GET /api/commitments/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Commitment;
  };
  /**
   * Change a commitment
   */
  'PATCH /api/commitments/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: EditCommitmentRequest;
    version: number;
    answer: EnteredCommitment;
  };
  /**
   * What was done of each line by quarter, with its money, and actions by policy area
   */
  'GET /api/summary': {
    params: undefined;
    query: {
      from?: string;
      to?: string;
      locality?: string;
      programme?: string;
      limit?: number;
      cursor?: string;
      breakdown?: string;
    };
    body: undefined;
    version: undefined;
    answer: GetSummaryResponse;
  };
  /**
   * The summary as a document to print
   */
  'GET /api/summary.pdf': {
    params: undefined;
    query: {
      from?: string;
      to?: string;
      locality?: string;
      programme?: string;
    };
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * The summary as a workbook
   */
  'GET /api/summary.xlsx': {
    params: undefined;
    query: {
      from?: string;
      to?: string;
      locality?: string;
      programme?: string;
    };
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * The plan of a locality; without one, that of the municipality
   */
  'GET /api/plan': {
    params: undefined;
    query: {
      locality?: string;
    };
    body: undefined;
    version: undefined;
    answer: GetPlanResponse;
  };
  /**
   * The history of the municipality’s own work
   */
  'GET /api/plan/history': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
      newestFirst?: string;
    };
    body: undefined;
    version: undefined;
    answer: HistoryPage;
  };
  /**
   * Add an objective to the plan of a locality or, without one, of the municipality
   */
  'POST /api/plan/objectives': {
    params: undefined;
    query: undefined;
    body: CreateObjectiveRequest;
    version: number | undefined;
    answer: CreateObjectiveResponse;
  };
  /**
   * Add a line to the plan of a locality or, without one, of the municipality
   */
  'POST /api/plan/lines': {
    params: undefined;
    query: undefined;
    body: CreateLineRequest;
    version: number | undefined;
    answer: CreateLineResponse;
  };
  /**
   * One line of a plan, with its sums by month and by breakdown
   */
  'GET /api/plan/lines/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: PlanLine;
  };
  /**
   * Change a line of a plan; another target needs a reason
   */
  'PATCH /api/plan/lines/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: EditLineRequest;
    version: number;
    answer: CreateLineResponse;
  };
  /**
   * Enter so much of a line, on a day; an entry that corrects another stands in its place in every sum
   */
  'POST /api/plan/lines/{id}/entries': {
    params: {
      id: string;
    };
    query: undefined;
    body: CreateEntryRequest;
    version: number | undefined;
    answer: CreateEntryResponse;
  };
  /**
   * The entries of a line, of a period if one is named, in the order of days
   */
  'GET /api/plan/lines/{id}/entries': {
    params: {
      id: string;
    };
    query: {
      limit?: number;
      cursor?: string;
      from?: string;
      to?: string;
    };
    body: undefined;
    version: undefined;
    answer: ListEntriesResponse;
  };
  /**
   * Enter a count sheet for several lines, all of it or nothing; with dryRun=true, only look at it
   */
  'POST /api/plan/entries': {
    params: undefined;
    query: {
      dryRun?: string;
    };
    body: CreateEntriesRequest;
    version: number | undefined;
    answer: CreateEntriesResponse;
  };
  /**
   * Sessions, gates, due commitments and ends of line periods on some days, 400 at most; without a locality, of all one may see
   */
  'GET /api/agenda': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
      from: string;
      to: string;
      locality?: string;
    };
    body: undefined;
    version: undefined;
    answer: GetAgendaResponse;
  };
  /**
   * Where calendars read the agenda of the caller, without signing in
   */
  'GET /api/me/agenda-feed': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: AgendaFeed;
  };
  /**
   * Make, renew or revoke the link by which calendars read one’s agenda; earlier ones end
   */
  'POST /api/me/agenda-feed': {
    params: undefined;
    query: undefined;
    body: SaveMyAgendaFeedRequest;
    version: number | undefined;
    answer: AgendaFeed;
  };
  /**
   * Plan a session of a locality or, without one, of the municipality
   */
  'POST /api/sessions': {
    params: undefined;
    query: undefined;
    body: CreateSessionRequest;
    version: number | undefined;
    answer: CreateSessionResponse;
  };
  /**
   * The sessions of a locality or of a group; without either, those of the municipality; the last one planned first
   */
  'GET /api/sessions': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
      locality?: string;
      group?: string;
    };
    body: undefined;
    version: undefined;
    answer: ListSessionsResponse;
  };
  /**
   * One session
   */
  'GET /api/sessions/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Session;
  };
  /**
   * Change a session that is still to take place
   */
  'PATCH /api/sessions/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: EditSessionRequest;
    version: number;
    answer: CreateSessionResponse;
  };
  /**
   * Convene a planned session
   */
  'POST /api/sessions/{id}/convocation': {
    params: {
      id: string;
    };
    query: undefined;
    body: ConveneSessionRequest;
    version: number | undefined;
    answer: Session;
  };
  /**
   * Record that a session was held, with its attendance, agreements and what it counts for
   */
  'POST /api/sessions/{id}/held': {
    params: {
      id: string;
    };
    query: undefined;
    body: HoldSessionRequest;
    version: number | undefined;
    answer: CreateSessionResponse;
  };
  /**
   * Cancel a session that is still to take place, with a reason
   */
  'POST /api/sessions/{id}/cancellation': {
    params: {
      id: string;
    };
    query: undefined;
    body: CancelSessionRequest;
    version: number | undefined;
    answer: CreateSessionResponse;
  };
  /**
   * Form a group of a locality or, without one, of the municipality
   */
  'POST /api/groups': {
    params: undefined;
    query: undefined;
    body: CreateGroupRequest;
    version: number | undefined;
    answer: CreateGroupResponse;
  };
  /**
   * The groups of a locality, or of a person in all of them; without either, those of the municipality
   */
  'GET /api/groups': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
      locality?: string;
      member?: string;
      kind?: string;
    };
    body: undefined;
    version: undefined;
    answer: ListGroupsResponse;
  };
  /**
   * One group with its members
   */
  'GET /api/groups/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Group;
  };
  /**
   * Change a group; `members` stands for all of them
   */
  'PATCH /api/groups/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: EditGroupRequest;
    version: number;
    answer: CreateGroupResponse;
  };
  /**
   * The generations of groups that a group has trained, with the people in them
   */
  'GET /api/groups/{id}/cascade': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: GetCascadeResponse;
  };
  /**
   * Supporting programmes, policy areas, sectors and levels, by key and name
   */
  'GET /api/catalogue': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: GetCatalogueResponse;
  };
  /**
   * What is to be done, soonest first, each with what clears it
   */
  'GET /api/tasks': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
    };
    body: undefined;
    version: undefined;
    answer: ListTasksResponse;
  };
  /**
   * Say that a task is done
   */
  'POST /api/tasks/{id}/done': {
    params: {
      id: string;
    };
    query: undefined;
    body: FinishTaskRequest;
    version: number | undefined;
    answer: FinishTaskResponse;
  };
  /**
   * Import localities, stakeholders, commitments, plan lines or entries from CSV, XLSX or GeoJSON
   */
  'POST /api/imports/{kind}': {
    params: {
      kind: 'localities' | 'stakeholders' | 'commitments' | 'lines' | 'entries';
    };
    query: {
      dryRun?: string;
      partial?: string;
      mode?: 'add' | 'update';
      blank?: 'keep' | 'clear';
      plan?: string;
      programme?: string;
      locality?: string;
      sheet?: string;
    };
    body: Blob;
    version: number | undefined;
    answer: ImportFileResponse;
  };
  /**
   * Localities, stakeholders, commitments, plan lines or entries as CSV, XLSX or GeoJSON
   */
  'GET /api/exports/{file}': {
    params: {
      file: string;
    };
    query: {
      locality?: string;
    };
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * Announce a file of evidence; it is then sent by the request that is answered, within a quarter of an hour
   */
  'POST /api/files': {
    params: undefined;
    query: undefined;
    body: CreateFileRequest;
    version: number | undefined;
    answer: CreateFileResponse;
  };
  /**
   * A file of evidence: redirects to it; with redirect=false, tells where it is
   */
  'GET /api/files/{id}': {
    params: {
      id: string;
    };
    query: {
      redirect?: string;
    };
    body: undefined;
    version: undefined;
    answer: GetFileResponse;
  };
  /**
   * Remove a file of evidence for good
   */
  'DELETE /api/files/{id}': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: number | undefined;
    answer: RemoveFileResponse;
  };
  /**
   * Write the reminders of a day
   */
  'POST /api/sweeps': {
    params: undefined;
    query: undefined;
    body: RunSweepRequest;
    version: number | undefined;
    answer: RunSweepResponse;
  };
  /**
   * Import the survey of a wave from CSV or XLSX; another file replaces it
   */
  'POST /api/localities/{id}/surveys/{wave}': {
    params: {
      id: string;
      wave: SurveyWave;
    };
    query: {
      dryRun?: string;
      partial?: string;
      questionnaire?: string;
    };
    body: Blob;
    version: number | undefined;
    answer: ImportSurveyResponse;
  };
  /**
   * The surveys of a locality
   */
  'GET /api/localities/{id}/surveys': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: ListSurveysResponse;
  };
  /**
   * The rows of a survey
   */
  'GET /api/localities/{id}/surveys/{wave}/rows.csv': {
    params: {
      id: string;
      wave: SurveyWave;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * The follow-up against the baseline, question by question
   */
  'GET /api/localities/{id}/evaluation': {
    params: {
      id: string;
    };
    query: {
      by?: 'sex' | 'age';
    };
    body: undefined;
    version: undefined;
    answer: GetEvaluationResponse;
  };
  /**
   * The evaluation as a picture in SVG
   */
  'GET /api/localities/{id}/evaluation.svg': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * The record of a locality as a document to print
   */
  'GET /api/localities/{id}/dossier.pdf': {
    params: {
      id: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * Questionnaires
   */
  'GET /api/questionnaires': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: ListQuestionnairesResponse;
  };
  /**
   * A questionnaire: its questions, columns and codes
   */
  'GET /api/questionnaires/{questionnaire}': {
    params: {
      questionnaire: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: GetQuestionnaireResponse;
  };
  /**
   * A questionnaire to print, or the template of its file
   */
  'GET /api/questionnaires/{questionnaire}/{file}': {
    params: {
      questionnaire: string;
      file: 'form.html' | 'template.csv';
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: Blob;
  };
  /**
   * Read candidate places from CSV, XLSX or GeoJSON
   */
  'POST /api/targeting/candidates': {
    params: undefined;
    query: undefined;
    body: Blob;
    version: number | undefined;
    answer: ReadCandidatesResponse;
  };
  /**
   * Read facilities, of ten types, from points on a map or a table of coordinates
   */
  'POST /api/targeting/facilities': {
    params: undefined;
    query: undefined;
    body: Blob;
    version: number | undefined;
    answer: ReadFacilitiesResponse;
  };
  /**
   * Rank candidate places and freeze the ranking; with dryRun, only rank them
   */
  'POST /api/targeting/rankings': {
    params: undefined;
    query: {
      dryRun?: string;
    };
    body: FreezeRankingRequest;
    version: number | undefined;
    answer: FreezeRankingResponse;
  };
  /**
   * Frozen rankings, the newest first
   */
  'GET /api/targeting/rankings': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
    };
    body: undefined;
    version: undefined;
    answer: ListRankingsResponse;
  };
  /**
   * A frozen ranking, its inputs and its sensitivity
   */
  'GET /api/targeting/rankings/{ranking}': {
    params: {
      ranking: string;
    };
    query: undefined;
    body: undefined;
    version: undefined;
    answer: GetRankingResponse;
  };
  /**
   * The settings of the municipality
   */
  'GET /api/municipality': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: GetMunicipalityResponse;
  };
  /**
   * The state of outgoing mail
   */
  'GET /api/mail': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: GetMailResponse;
  };
  /**
   * Let mail leave from a restored table
   */
  'POST /api/mail/release': {
    params: undefined;
    query: undefined;
    body: ReleaseMailRequest;
    version: number | undefined;
    answer: ReleaseMailResponse;
  };
  /**
   * The mails of a day and what became of them, the newest first
   */
  'GET /api/mails': {
    params: undefined;
    query: {
      limit?: number;
      cursor?: string;
      /**
       * From 2000-01-01 to 2099-12-31
       */
      on?: string;
    };
    body: undefined;
    version: undefined;
    answer: ListMailsResponse;
  };
  /**
   * Check histories and records for what contradicts itself
   */
  'GET /api/audit': {
    params: undefined;
    query: {
      cursor?: string;
    };
    body: undefined;
    version: undefined;
    answer: AuditRecordsResponse;
  };
  /**
   * The caller, and where they are
   */
  'GET /api/me': {
    params: undefined;
    query: undefined;
    body: undefined;
    version: undefined;
    answer: GetMyProfileResponse;
  };
  /**
   * Choose the language one is written to in, and which mails one is sent
   */
  'PUT /api/me': {
    params: undefined;
    query: undefined;
    body: SaveMyProfileRequest;
    version: number;
    answer: SaveMyProfileResponse;
  };
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: FieldMessage[];
  missing?: MissingItem[];
}

export interface FieldMessage {
  path: string;
  message: string;
}

export interface MissingItem {
  criterion: CriterionType;
  key: string;
  what: string;
  activity?: string;
}

export type CriterionType =
  | 'required-activities'
  | 'meeting-held'
  | 'people-trained'
  | 'sessions'
  | 'group-formed'
  | 'line-reached'
  | 'commitments'
  | 'commitments-fulfilled'
  | 'targeting-decided'
  | 'survey-wave'
  | 'baseline-compared';

export interface ListProgrammesResponse {
  items: Programme[];
  nextCursor?: string;
}

export interface Programme {
  id: string;
  version: number;
  name: Text;
  source?: string;
  stages: Stage[];
}

export interface Text {
  es: string;
  en: string;
}

export interface Stage {
  key: string;
  name: Text;
  workingDays: number;
  activities?: StageActivity[];
  criteria?: Criterion[];
  tracks?: Track[];
}

export interface StageActivity {
  key: string;
  name: Text;
  required: boolean;
  evidence: boolean;
  steps?: Step[];
}

export interface Step {
  key: string;
  name: Text;
}

export type Criterion =
  | {
      type: 'required-activities';
      key?: string;
    }
  | {
      type: 'meeting-held';
      key?: string;
      activity: string;
      minimum: number;
    }
  | {
      type: 'people-trained';
      key?: string;
      activity: string;
      minimum: number;
      sector?: Sector;
    }
  | {
      type: 'sessions';
      key?: string;
      kind: string;
      minimum: number;
    }
  | {
      type: 'group-formed';
      key?: string;
      kind: string;
      minimumMembers: number;
      formalised: boolean;
      sector?: Sector;
    }
  | {
      type: 'line-reached';
      key?: string;
      line: string;
      minimumPercent: number;
    }
  | {
      type: 'commitments';
      key?: string;
      minimum: number;
      sectors: boolean;
    }
  | {
      type: 'commitments-fulfilled';
      key?: string;
      minimumPercent: number;
    }
  | {
      type: 'targeting-decided';
      key?: string;
    }
  | {
      type: 'survey-wave';
      key?: string;
      wave: SurveyWave;
      minimumRespondents: number;
    }
  | {
      type: 'baseline-compared';
      key?: string;
    };

export type Sector = 'social' | 'school' | 'government' | 'business' | 'religious' | 'community';

export type SurveyWave = 'baseline' | 'follow-up';

export interface Track {
  key: string;
  name: Text;
  activities: StageActivity[];
  criteria: Criterion[];
}

export interface EnteredLocality {
  id: string;
  name: string;
  code?: string;
  population?: number;
  coordinators: string[];
  programme: string;
  programmeVersion: number;
  status: LocalityStatus;
  health: LocalityHealth;
  current: CurrentVisit[];
  overrides: PendingOverride[];
  continuedBy?: string[];
  continues?: string[];
  generation: number;
  createdOn: string;
  version: number;
  warnings: FieldMessage[];
}

export type LocalityStatus = 'active' | 'on-hold' | 'completed' | 'closed';

export type LocalityHealth = 'on-track' | 'due-soon' | 'overdue';

export interface CurrentVisit {
  stage: string;
  track?: string;
  visit: number;
  openedOn: string;
  targetOn: string;
  gate: 'open' | 'in-review';
}

export interface PendingOverride {
  stage: string;
  track?: string;
  visit: number;
  expiresOn: string;
}

export interface ListLocalitiesResponse {
  items: Locality[];
  nextCursor?: string;
}

export interface Locality {
  id: string;
  name: string;
  code?: string;
  population?: number;
  coordinators: string[];
  programme: string;
  programmeVersion: number;
  status: LocalityStatus;
  health: LocalityHealth;
  current: CurrentVisit[];
  overrides: PendingOverride[];
  continuedBy?: string[];
  continues?: string[];
  generation: number;
  createdOn: string;
  version: number;
}

export interface GetLocalityResponse {
  id: string;
  name: string;
  code?: string;
  population?: number;
  coordinators: string[];
  programme: string;
  programmeVersion: number;
  status: LocalityStatus;
  health: LocalityHealth;
  current: CurrentVisit[];
  overrides: PendingOverride[];
  continuedBy?: string[];
  continues?: string[];
  generation: number;
  createdOn: string;
  version: number;
  geometry?: Geometry;
  plan: {
    first: PlannedStage[];
    current: PlannedStage[];
  };
}

export type Geometry =
  | {
      type: 'Polygon';
      coordinates: [number, number][][];
    }
  | {
      type: 'MultiPolygon';
      coordinates: [number, number][][][];
    };

export interface PlannedStage {
  stage: string;
  startOn: string;
  targetOn: string;
}

export interface HandOverLocalitiesResponse {
  from: string;
  to: string;
  localities: {
    id: string;
    name: string;
  }[];
  hasMore: boolean;
}

export interface ListTerritoriesResponse {
  items: {
    locality: string;
    outline: Geometry;
  }[];
  nextCursor?: string;
}

export interface ListStagesResponse {
  items: {
    stage: string;
    name: Text;
    tracks?: {
      key: string;
      name: Text;
    }[];
    state: 'ahead' | 'current' | 'behind';
    planned?: {
      startOn: string;
      targetOn: string;
    };
    visits: {
      visit: number;
      track?: string;
      openedOn: string;
      targetOn: string;
      endedOn?: string;
      activities: {
        status: ActivityStatus;
        note?: string;
        evidence: Evidence[];
        figures?: Figures;
        changedBy?: string;
        changedAt?: string;
        key: string;
        name: Text;
        version: number;
        required: boolean;
        steps?: RecordedStep[];
      }[];
      surveys: {
        [k: string]:
          | {
              checksum: string;
              respondents: number;
              compared: number;
              revision: number;
            }
          | undefined;
      };
      targeting?: {
        ranking: string;
        revision: number;
      };
      review?: Review;
      decisions: {
        outcome: DecisionOutcome;
        reason: string;
        toStage?: string;
        decidedBy: string;
        decidedAt: string;
        review?: Review;
      }[];
    }[];
  }[];
  nextCursor?: string;
}

export type ActivityStatus = 'open' | 'done' | 'not-applicable';

export interface Evidence {
  title: string;
  url?: string;
  fileId?: string;
}

export interface Figures {
  meetingsHeld?: number;
  peopleTrained?: number;
}

export interface RecordedStep {
  status: ActivityStatus;
  note?: string;
  evidence: Evidence[];
  figures?: Figures;
  changedBy?: string;
  changedAt?: string;
  key: string;
  name: Text;
  version: number;
}

export interface Review {
  requestedBy: string;
  requestedAt: string;
  note?: string;
  override?: Override;
}

export interface Override {
  by: string;
  reason: string;
  expiresOn: string;
  unmet: string[];
}

export type DecisionOutcome = 'advance' | 'return' | 'hold' | 'close';

export interface RecordActivityResponse {
  status: ActivityStatus;
  note?: string;
  evidence: Evidence[];
  figures?: Figures;
  changedBy: string;
  changedAt: string;
  key: string;
  version: number;
  warnings?: FieldMessage[];
}

export interface GetGateResponse {
  stage: string;
  track?: string;
  visit: number;
  state: 'open' | 'in-review' | 'passed';
  ready: boolean;
  criteria: {
    key: string;
    type: CriterionType;
    met: boolean;
    detail: string;
    activity?: string;
  }[];
  missing: MissingItem[];
  review?: Review;
  fourEyes: boolean;
  version: number;
}

export interface RequestReviewResponse {
  requestedBy: string;
  requestedAt: string;
  note?: string;
  override?: Override;
  version: number;
  warnings?: FieldMessage[];
}

export interface DecideGateResponse {
  outcome: DecisionOutcome;
  status: LocalityStatus;
  stage?: string;
  version: number;
  warnings?: FieldMessage[];
}

export interface HistoryPage {
  items: HistoryEntry[];
  nextCursor?: string;
}

export interface HistoryEntry {
  seq: number;
  at: string;
  actor: string;
  action: string;
  detail: {
    [k: string]: unknown | undefined;
  };
  previousHash: string;
  hash: string;
  seals?: {
    [k: string]: string | undefined;
  };
  texts?: {
    [k: string]:
      | {
          digest: string;
          salt?: string;
        }
      | undefined;
  };
}

export interface GetPortfolioResponse {
  localities: number;
  status: {
    [k: string]: number | undefined;
  };
  health: {
    [k: string]: number | undefined;
  };
  stages: {
    programme: string;
    stage: string;
    localities: number;
  }[];
  commitments: {
    total: number;
    status: {
      [k: string]: number | undefined;
    };
  };
  nextDue: {
    locality: string;
    name: string;
    stage: string;
    track?: string;
    targetOn: string;
  }[];
}

export type CommitmentStatus = 'pending' | 'in-progress' | 'fulfilled' | 'cancelled';

export interface EnteredStakeholder {
  id: string;
  sector: Sector;
  level?: Level;
  language: Language;
  localities: string[];
  reachable: boolean;
  suppressed?: Suppression;
  erasedOn?: string;
  createdAt: string;
  createdBy: string;
  name?: string;
  organization?: string;
  email?: string;
  consent?: Consent;
  version: number;
  warnings: FieldMessage[];
}

export type Level = 'federal' | 'state' | 'municipal' | 'community';

export type Language = 'es' | 'en';

export interface Suppression {
  reason: 'bounce' | 'complaint' | 'unsubscribed';
  at: string;
}

export interface Consent {
  givenOn: string;
  how: string;
}

export interface ListStakeholdersResponse {
  items: Stakeholder[];
  nextCursor?: string;
}

export interface Stakeholder {
  id: string;
  sector: Sector;
  level?: Level;
  language: Language;
  localities: string[];
  reachable: boolean;
  suppressed?: Suppression;
  erasedOn?: string;
  createdAt: string;
  createdBy: string;
  name?: string;
  organization?: string;
  email?: string;
  consent?: Consent;
  version: number;
}

export interface ExportStakeholderResponse {
  stakeholder: Stakeholder;
  commitments: {
    locality: string;
    name: string;
    commitments: Commitment[];
  }[];
  mails: {
    at: string;
    kind: 'digest' | 'fresh-link' | 'address-changed' | 'convocation';
    state: 'queued' | 'leased' | 'waiting' | 'held' | 'sent' | 'failed' | 'bounced' | 'suppressed' | 'kept';
    commitments: string[];
  }[];
  history: HistoryEntry[];
  nextCursor?: string;
}

export interface Commitment {
  action: string;
  responsible?: string;
  coResponsible: string[];
  supportingProgramme?: SupportingProgramme;
  policyArea?: PolicyArea;
  dueOn?: string;
  budget?: Budget;
  status: CommitmentStatus;
  progress: number;
  fulfilledOn?: string;
  note?: string;
  evidence: Evidence[];
  locality: string;
  sector?: Sector;
  remindOn?: string;
  remindedOn?: string;
  escalatedOn?: string;
  answer?: CommitmentAnswer;
  createdAt: string;
  id: string;
  onTime?: boolean;
  version: number;
}

export type SupportingProgramme =
  | 'safe-schools'
  | 'new-life-centers'
  | 'public-spaces'
  | 'habitat'
  | 'oportunidades'
  | 'estancias-infantiles'
  | 'empleo-temporal'
  | 'jornada-ampliada'
  | 'mejora-del-logro-educativo'
  | 'habilidades-digitales'
  | 'comunidades-saludables'
  | 'prevencion-violencia-familiar'
  | 'microempresas'
  | 'mexico-emprende'
  | 'emprendedores'
  | 'franquicias'
  | 'policia-de-proximidad'
  | 'capacitacion-de-maestros'
  | 'seguridad-comunitaria'
  | 'derechos-humanos';

export type PolicyArea =
  | 'security'
  | 'economic-development'
  | 'employment'
  | 'health'
  | 'education-culture-sports'
  | 'social-development';

export interface Budget {
  amount: number;
  currency: Currency;
}

export type Currency = 'MXN' | 'USD';

export interface CommitmentAnswer {
  answer: 'fulfilled' | 'in-progress' | 'cannot';
  note?: string;
  at: string;
  from: {
    status: CommitmentStatus;
    progress: number;
  };
}

export interface RecordPrivacyRequestResponse {
  id: string;
  kind: PrivacyRequestKind;
  stakeholder?: string;
  name?: string;
  receivedOn: string;
  dueOn: string;
  status: PrivacyRequestStatus;
  note?: string;
  recordedBy: string;
  recordedAt: string;
  answeredOn?: string;
  answeredBy?: string;
  answer?: string;
  warnings?: FieldMessage[];
}

export type PrivacyRequestKind = 'access' | 'rectification' | 'cancellation' | 'opposition';

export type PrivacyRequestStatus = 'open' | 'answered';

export interface ListPrivacyRequestsResponse {
  items: PrivacyRequest[];
  nextCursor?: string;
}

export interface PrivacyRequest {
  id: string;
  kind: PrivacyRequestKind;
  stakeholder?: string;
  name?: string;
  receivedOn: string;
  dueOn: string;
  status: PrivacyRequestStatus;
  note?: string;
  recordedBy: string;
  recordedAt: string;
  answeredOn?: string;
  answeredBy?: string;
  answer?: string;
}

export interface EnteredCommitment {
  action: string;
  responsible?: string;
  coResponsible: string[];
  supportingProgramme?: SupportingProgramme;
  policyArea?: PolicyArea;
  dueOn?: string;
  budget?: Budget;
  status: CommitmentStatus;
  progress: number;
  fulfilledOn?: string;
  note?: string;
  evidence: Evidence[];
  locality: string;
  sector?: Sector;
  remindOn?: string;
  remindedOn?: string;
  escalatedOn?: string;
  answer?: CommitmentAnswer;
  createdAt: string;
  id: string;
  onTime?: boolean;
  version: number;
  warnings?: FieldMessage[];
}

export interface ListCommitmentsResponse {
  items: Commitment[];
  nextCursor?: string;
  missingSectors: Sector[];
}

export interface RollUpCommitmentsResponse {
  policyAreas: {
    actions: number;
    budget: {
      [k: string]: number | undefined;
    };
    policyArea: PolicyArea;
    name: Text;
  }[];
  without: CommitmentSums;
  total: CommitmentSums;
}

export interface CommitmentSums {
  actions: number;
  budget: {
    [k: string]: number | undefined;
  };
}

export interface GetSummaryResponse {
  from: string;
  to: string;
  quarters: string[];
  localities: {
    id: string;
    name: string;
    programme: string;
  }[];
  objectives: PlanObjective[];
  lines: {
    id: string;
    locality?: string;
    objective?: string;
    name: string;
    unit: string;
    target?: number;
    bound: LineBound;
    quarters: {
      done: number;
      soFar: number;
      percent?: number;
    }[];
    budget?: LineBudget;
    breakdown?: DimensionSums[];
  }[];
  money: {
    total: {
      currency: Currency;
      lines: number;
      authorised: number;
      committed: number;
      spent: number;
    }[];
    bySource: {
      currency: Currency;
      lines: number;
      authorised: number;
      committed: number;
      spent: number;
      source?: string;
    }[];
  };
  policyAreas: {
    actions: number;
    budget: {
      [k: string]: number | undefined;
    };
    policyArea?: PolicyArea;
    name?: Text;
  }[];
  nextCursor?: string;
}

export interface PlanObjective {
  key: string;
  name: string;
  plan?: string;
  id: string;
  locality?: string;
  version: number;
}

export type LineBound = 'at-least' | 'at-most';

export interface LineBudget {
  authorised?: number;
  committed?: number;
  spent?: number;
  currency: Currency;
  source?: string;
}

export interface DimensionSums {
  key: string;
  values: {
    value?: string;
    quarters: (number | null)[];
  }[];
}

export interface GetPlanResponse {
  objectives: PlanObjective[];
  lines: PlanLine[];
  version: number;
}

export interface PlanLine {
  name: string;
  objective?: string;
  unit: string;
  decimals: number;
  target?: number;
  bound: LineBound;
  from: string;
  to: string;
  rhythm: LineRhythm;
  responsible?: string;
  stage?: string;
  track?: string;
  place?: string;
  breakdown: BreakdownDimension[];
  budget?: LineBudget;
  published: boolean;
  key: string;
  status: LineStatus;
  firstOn?: string;
  lastOn?: string;
  id: string;
  locality?: string;
  done: number;
  percent?: number;
  blanks: string[];
  sums: PlanLineSums;
  byCell?: PlanLineCell[];
  byQuarter?: PlanLineByQuarter;
  version: number;
}

export type LineRhythm = 'month' | 'quarter' | 'year' | 'once';

export interface BreakdownDimension {
  key: string;
  values: string[];
}

export type LineStatus = 'open' | 'closed';

export interface PlanLineSums {
  month: {
    [k: string]: number | undefined;
  };
  quarter: {
    [k: string]: number | undefined;
  };
  year: {
    [k: string]: number | undefined;
  };
}

export interface PlanLineCell {
  month: string;
  cells: {
    [k: string]: string | undefined;
  };
  quantity: number;
}

export interface PlanLineByQuarter {
  quarters: string[];
  dimensions: DimensionSums[];
}

export interface CreateObjectiveResponse {
  key: string;
  name: string;
  plan?: string;
  id: string;
  locality?: string;
  version: number;
  warnings?: FieldMessage[];
}

export interface CreateLineResponse {
  name: string;
  objective?: string;
  unit: string;
  decimals: number;
  target?: number;
  bound: LineBound;
  from: string;
  to: string;
  rhythm: LineRhythm;
  responsible?: string;
  stage?: string;
  track?: string;
  place?: string;
  breakdown: BreakdownDimension[];
  budget?: LineBudget;
  published: boolean;
  key: string;
  status: LineStatus;
  firstOn?: string;
  lastOn?: string;
  id: string;
  locality?: string;
  done: number;
  percent?: number;
  blanks: string[];
  sums: PlanLineSums;
  byCell?: PlanLineCell[];
  byQuarter?: PlanLineByQuarter;
  version: number;
  warnings?: FieldMessage[];
}

export interface CreateEntryResponse {
  line: string;
  on: string;
  quantity: number;
  cells: {
    [k: string]: string | undefined;
  };
  place?: string;
  note?: string;
  evidence: Evidence[];
  corrects?: string;
  correctedBy?: string;
  by: string;
  at: string;
  id: string;
  warnings?: FieldMessage[];
}

export interface ListEntriesResponse {
  items: PlanEntry[];
  nextCursor?: string;
}

export interface PlanEntry {
  line: string;
  on: string;
  quantity: number;
  cells: {
    [k: string]: string | undefined;
  };
  place?: string;
  note?: string;
  evidence: Evidence[];
  corrects?: string;
  correctedBy?: string;
  by: string;
  at: string;
  id: string;
}

export interface CreateEntriesResponse {
  accepted: number;
  entries: PlanEntry[];
  lines: {
    id: string;
    done: number;
    percent?: number;
  }[];
  warnings?: FieldMessage[];
}

export interface GetAgendaResponse {
  items: AgendaItem[];
  nextCursor?: string;
}

export type AgendaItem = AgendaSession | AgendaGate | AgendaCommitment | AgendaLinePeriod;

export interface AgendaSession {
  kind: 'session';
  on: string;
  locality?: string;
  localityName?: string;
  what: string;
  session: string;
  sessionKind: string;
  status: SessionStatus;
  at?: string;
  place?: string;
  agenda: string[];
  convened: number;
}

export type SessionStatus = 'planned' | 'convened' | 'held' | 'cancelled';

export interface AgendaGate {
  kind: 'gate';
  on: string;
  locality?: string;
  localityName?: string;
  what: string;
  stage: string;
  track?: string;
  visit: number;
  gate: 'opening' | 'open' | 'in-review' | 'passed';
}

export interface AgendaCommitment {
  kind: 'commitment';
  on: string;
  locality?: string;
  localityName?: string;
  what: string;
  commitment: string;
  status: CommitmentStatus;
  responsible?: string;
}

export interface AgendaLinePeriod {
  kind: 'line-period';
  on: string;
  locality?: string;
  localityName?: string;
  what: string;
  line: string;
  from: string;
  unit: string;
  done: number;
  responsible?: string;
}

export interface AgendaFeed {
  path?: string;
}

export interface CreateSessionResponse {
  kind: string;
  on: string;
  at?: string;
  place?: string;
  agenda: string[];
  convened: string[];
  group?: string;
  activity?: string;
  status: SessionStatus;
  reason?: string;
  answers: SessionAnswer[];
  held?: SessionHeld;
  id: string;
  locality?: string;
  previousAgreements?: PreviousAgreement[];
  version: number;
  warnings?: FieldMessage[];
}

export interface SessionAnswer {
  stakeholder: string;
  answer: Attending;
  at: string;
}

export type Attending = 'will-come' | 'cannot';

export interface SessionHeld {
  attendance: Attendance;
  minutes?: string;
  files: string[];
  agreements: SessionAgreement[];
  entries: string[];
}

export interface Attendance {
  total: number;
  bySex?: HeadsBySex;
  byAge?: {
    [k: string]: number | undefined;
  };
  bySector?: {
    [k: string]: number | undefined;
  };
  named: string[];
}

export interface HeadsBySex {
  female: number;
  male: number;
  other?: number;
}

export interface SessionAgreement {
  action: string;
  responsible?: string;
  dueOn?: string;
  commitment?: string;
}

export interface PreviousAgreement {
  action: string;
  responsible?: string;
  dueOn?: string;
  commitment?: string;
  session: string;
  on: string;
  status?: CommitmentStatus;
  progress?: number;
  fulfilledOn?: string;
}

export interface ListSessionsResponse {
  items: Session[];
  nextCursor?: string;
}

export interface Session {
  kind: string;
  on: string;
  at?: string;
  place?: string;
  agenda: string[];
  convened: string[];
  group?: string;
  activity?: string;
  status: SessionStatus;
  reason?: string;
  answers: SessionAnswer[];
  held?: SessionHeld;
  id: string;
  locality?: string;
  previousAgreements?: PreviousAgreement[];
  version: number;
}

export interface CreateGroupResponse {
  kind: string;
  name: string;
  sectors: Sector[];
  formedOn: string;
  formalisedOn?: string;
  evidence: Evidence[];
  trainedBy?: GroupTrainer;
  key: string;
  id: string;
  locality?: string;
  members: ShownGroupMember[];
  version: number;
  warnings?: FieldMessage[];
}

export type GroupTrainer = TrainedBySession | TrainedByGroup;

export interface TrainedBySession {
  session: string;
}

export interface TrainedByGroup {
  group: string;
}

export interface ShownGroupMember {
  stakeholder: string;
  post?: string;
  since: string;
  until?: string;
  name?: string;
}

export interface ListGroupsResponse {
  items: Group[];
  nextCursor?: string;
}

export interface Group {
  kind: string;
  name: string;
  sectors: Sector[];
  formedOn: string;
  formalisedOn?: string;
  evidence: Evidence[];
  trainedBy?: GroupTrainer;
  key: string;
  id: string;
  locality?: string;
  members: ShownGroupMember[];
  version: number;
}

export interface GetCascadeResponse {
  generations: {
    generation: number;
    groups: {
      id: string;
      name: string;
      kind: string;
      locality?: string;
      formedOn: string;
      trainedBy?: string;
      members: number;
    }[];
    people: number;
  }[];
  groups: number;
  people: number;
  isWhole: boolean;
}

export interface GetCatalogueResponse {
  supportingProgrammes: {
    key: SupportingProgramme;
    name: Text;
    ministry?: string;
    anchor: boolean;
  }[];
  policyAreas: {
    key: PolicyArea;
    name: Text;
  }[];
  sectors: {
    key: Sector;
    name: Text;
  }[];
  levels: {
    key: Level;
    name: Text;
  }[];
  commitmentStatuses: {
    key: CommitmentStatus;
    name: Text;
  }[];
}

export interface ListTasksResponse {
  items: {
    id: string;
    kind:
      | 'cannot'
      | 'escalated'
      | 'bounced'
      | 'complained'
      | 'tell-in-person'
      | 'responsible-erased'
      | 'report-missing'
      | 'gate-overdue'
      | 'review-waiting'
      | 'override-expired'
      | 'missing-sectors'
      | 'privacy-request';
    locality?: string;
    localityName?: string;
    since: string;
    dueOn?: string;
    what: string;
    action: string;
    commitment?: string;
    stakeholder?: string;
  }[];
  nextCursor?: string;
}

export interface FinishTaskResponse {
  id: string;
  done: true;
  warnings?: FieldMessage[];
}

export interface ImportFileResponse {
  accepted: number;
  unchanged: number;
  rejected: RejectedRow[];
  warnings?: FileWarning[];
  sheets?: {
    name: string;
    read: boolean;
  }[];
  created?: number;
  updated?: number;
  differences?: {
    row: number;
    sheet?: string;
    id: string;
    name: string;
    field: string;
    before: string | null;
    after: string | null;
    beforeShown?: string;
    afterShown?: string;
  }[];
  differing?: number;
  plan?: string;
  dryRun: boolean;
}

export interface RejectedRow {
  row: number;
  column: string;
  sheet?: string;
  message: string;
}

export interface FileWarning {
  row?: number;
  column?: string;
  sheet?: string;
  message: string;
}

export interface CreateFileResponse {
  fileId: string;
  upload: {
    method: 'PUT';
    url: string;
    headers: {
      [k: string]: string | undefined;
    };
  };
}

export interface GetFileResponse {
  name: string;
  type: FileType;
  size: number;
  url: string;
  until: string;
}

export type FileType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/heic'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.oasis.opendocument.spreadsheet'
  | 'application/vnd.oasis.opendocument.text'
  | 'text/csv';

export interface RemoveFileResponse {
  id: string;
  removed: true;
}

export interface RunSweepResponse {
  on: string;
  digests: number;
  reminded: number;
  asked: number;
  unreported: number;
  toldInPerson: number;
  escalated: number;
  stopped: number;
  staffDigests: number;
}

export interface ImportSurveyResponse {
  rows: number;
  rejected: RejectedRow[];
  refusedRows: number;
  dryRun: boolean;
  survey?: Survey;
}

export interface Survey {
  wave: SurveyWave;
  checksum: string;
  columns: string[];
  importedBy: string;
  importedAt: string;
  questionnaire: {
    id: string;
    version: number;
  };
  respondents: number;
}

export interface ListSurveysResponse {
  items: Survey[];
  nextCursor?: string;
}

export interface GetEvaluationResponse {
  baseline?: Survey;
  followUp?: Survey;
  items: (
    | {
        code: IndicatorCode;
        item: string;
        aspect?: Text;
        kind: EstimateKind;
        unit: Text;
        direction: IndicatorDirection;
        baseline?: ShownEstimate;
        followUp?: ShownEstimate;
        difference: number;
        low: number;
        high: number;
        p: number;
        method: 'newcombe' | 'welch' | 'linearised';
        detectable?: number;
        adjustedP: number;
        verdict: 'improved' | 'worsened' | 'no-detectable-change';
        groups?: WaveGroups;
      }
    | {
        code: IndicatorCode;
        item: string;
        aspect?: Text;
        kind: EstimateKind;
        unit: Text;
        direction: IndicatorDirection;
        baseline?: ShownEstimate;
        followUp?: ShownEstimate;
        verdict: 'not-comparable';
        reason: 'missing-item' | 'question-differs' | 'version-differs' | 'scale-differs' | 'too-few-answers';
        groups?: WaveGroups;
      }
  )[];
}

export type IndicatorCode =
  | 'IDC01'
  | 'IDC02'
  | 'IDC03'
  | 'IDC04'
  | 'IDC05'
  | 'IDC06'
  | 'IDC07'
  | 'IDC08'
  | 'IDC09'
  | 'IDC10'
  | 'IDC11'
  | 'IDC12'
  | 'IDC13';

export type EstimateKind = 'share' | 'mean';

export type IndicatorDirection = 'higher-is-better' | 'lower-is-better';

export interface ShownEstimate {
  n: number;
  kind: EstimateKind;
  estimate: number;
  low: number;
  high: number;
  method: EstimateMethod;
  designEffect?: number;
}

export type EstimateMethod = 'wilson' | 't' | 'taylor';

export interface WaveGroups {
  baseline?: EstimateGroups;
  followUp?: EstimateGroups;
}

export interface EstimateGroups {
  cells: {
    [k: string]:
      | {
          estimate?: Estimate;
          suppressed: boolean;
        }
      | undefined;
  };
  p?: number;
}

export interface Estimate {
  n: number;
  kind: EstimateKind;
  method: EstimateMethod;
  estimate: number;
  low: number;
  high: number;
  standardError: number;
  degreesOfFreedom: number;
  standardDeviation?: number;
  designEffect?: number;
  effectiveSize?: number;
  singleUnitStrata?: number;
}

export interface ListQuestionnairesResponse {
  items: {
    id: string;
    version: number;
    name: Text;
  }[];
  nextCursor?: string;
}

export interface GetQuestionnaireResponse {
  id: string;
  version: number;
  name: Text;
  source: string;
  missing: string[];
  otherColumns: 'refused' | 'ignored';
  unread: string[];
  design?: {
    weight?: string;
    stratum?: string;
    cluster?: string;
    required: boolean;
    blankCluster: 'refused' | 'alone';
  };
  sex?: {
    column: string;
    codes: {
      [k: string]: 'female' | 'male' | 'other' | undefined;
    };
  };
  age?: {
    column: string;
    bands?: {
      label: string;
      from: number;
      to: number;
    }[];
    codes?: {
      [k: string]: string | undefined;
    };
  };
  minimumAnswers: number;
  items: (
    | {
        key: string;
        indicator: IndicatorCode;
        aspect?: Text;
        version: number;
        column: string;
        question: Text;
        missing?: string[];
        unit: Text;
        direction: IndicatorDirection;
        type: 'share' | 'ordinal';
        answers: {
          codes: string[];
          value: number;
          label: Text;
        }[];
      }
    | {
        key: string;
        indicator: IndicatorCode;
        aspect?: Text;
        version: number;
        column: string;
        question: Text;
        missing?: string[];
        unit: Text;
        direction: IndicatorDirection;
        type: 'mean' | 'count' | 'hours';
        minimum: number;
        maximum: number;
      }
  )[];
}

export interface ReadCandidatesResponse {
  candidates: Candidate[];
  indicators: string[];
  ignored: string[];
  rejected: RejectedRow[];
  warnings?: FileWarning[];
  invalid: {
    key: string;
    message: string;
    /**
     * @minItems 2
     * @maxItems 2
     */
    at?: [number, number];
  }[];
  overlaps: {
    /**
     * @minItems 2
     * @maxItems 2
     */
    keys: [string, string];
    area: number;
    share: number;
  }[];
  overlapCount: number;
  overlapsComplete: boolean;
}

export interface Candidate {
  key: string;
  name: string;
  population?: number;
  geometry?: CandidateTerritory;
  indicators: {
    [k: string]: number | null | undefined;
  };
  locality?: string;
  facilities?: {
    [k: string]: number | undefined;
  };
}

export type CandidateTerritory =
  | {
      type: 'Polygon';
      coordinates: [number, number][][];
    }
  | {
      type: 'MultiPolygon';
      coordinates: [number, number][][][];
    };

export type FacilityType =
  | 'school'
  | 'sports-centre'
  | 'market'
  | 'government-palace'
  | 'plaza'
  | 'temple'
  | 'green-area'
  | 'cemetery'
  | 'shopping-centre'
  | 'hospital';

export interface ReadFacilitiesResponse {
  facilities: {
    type: FacilityType;
    /**
     * @minItems 2
     * @maxItems 2
     */
    position: [number, number];
  }[];
  rejected: RejectedRow[];
  warnings?: FileWarning[];
}

export interface FreezeRankingResponse {
  ranking: Ranking;
  sensitivity?: RankingSensitivity;
  warnings?: FieldMessage[];
}

export interface Ranking {
  method: RankingMethod;
  normalisation?: Normalisation;
  topK: number;
  weights: {
    [k: string]: number | undefined;
  };
  places: RankedPlace[];
  unranked: UnrankedPlace[];
  constant: string[];
  coverage: RankingCoverage;
}

export type RankingMethod = 'weighted' | 'cases-attended';

export type Normalisation = 'min-max' | 'z' | 'rank';

export interface RankedPlace {
  key: string;
  name: string;
  locality?: string;
  rank: number;
  score: number;
  inTop: boolean;
  contributions: {
    [k: string]: number | undefined;
  };
  covered?: number;
}

export interface UnrankedPlace {
  key: string;
  name: string;
  missing: string[];
}

export interface RankingCoverage {
  population: number;
  top?: number;
  unknown: string[];
}

export interface RankingSensitivity {
  draws: number;
  spread: number;
  seed: number;
  places: PlaceFirmness[];
  without: {
    indicator: string;
    leave: string[];
    enter: string[];
  }[];
}

export interface PlaceFirmness {
  key: string;
  inTop: number;
  bestRank: number;
  worstRank: number;
}

export interface FreezeRankingResponse201 {
  id: string;
  name?: string;
  rationale: string;
  method: RankingMethod;
  topK: number;
  candidates: number;
  first: string[];
  frozenBy: string;
  frozenAt: string;
  hash: string;
  ranking: Ranking;
  sensitivity?: RankingSensitivity;
  warnings?: FieldMessage[];
}

export interface ListRankingsResponse {
  items: {
    id: string;
    name?: string;
    rationale: string;
    method: RankingMethod;
    topK: number;
    candidates: number;
    first: string[];
    frozenBy: string;
    frozenAt: string;
    hash?: string;
  }[];
  nextCursor?: string;
}

export interface GetRankingResponse {
  id: string;
  name?: string;
  rationale: string;
  method: RankingMethod;
  topK: number;
  candidates: number;
  first: string[];
  frozenBy: string;
  frozenAt: string;
  hash?: string;
  request: {
    name?: string;
    rationale: string;
    method: RankingMethod;
    normalisation: Normalisation;
    weights: RankingWeight[];
    candidates: Candidate[];
    topK: number;
    variation: {
      draws: number;
      spread: number;
      seed: number;
    };
  };
  ranking: {
    method: RankingMethod;
    normalisation?: Normalisation;
    topK: number;
    weights: {
      [k: string]: number | undefined;
    };
    places: {
      key: string;
      name: string;
      locality?: string;
      rank: number;
      score: number | null;
      inTop: boolean;
      contributions: {
        [k: string]: number | null | undefined;
      };
      covered?: number;
      hidden?: true;
    }[];
    unranked: UnrankedPlace[];
    constant: string[];
    coverage: RankingCoverage;
  };
  sensitivity?: RankingSensitivity;
}

export interface RankingWeight {
  indicator: string;
  weight: number;
  direction: WeightDirection;
  reason: string;
}

export type WeightDirection = 'higher-first' | 'lower-first';

export interface GetMunicipalityResponse {
  id: string;
  name: string;
  state: string;
  inegiCode: string;
  region: string;
  mailRegion: string;
  account?: string;
  timeZone: string;
  language: Language;
  mailFrom: string;
  staffMailDomain: string;
  approvers: string[];
  administrators: string[];
  escalation: {
    approversAfter: number;
    administratorAfter: number;
  };
  fourEyes: boolean;
  calendar: DaysOff;
  reminders: {
    hour: number;
    ladder: number[];
    weekly: number;
    workingDaysOnly: boolean;
  };
  mail: {
    sandbox: boolean;
    allowed: string[];
    replyTo?: string;
    dailyCap: number;
    stakeholderShare: number;
    heldMinutes: number;
  };
  privacy: {
    responsible?: string;
    office?: string;
    address?: string;
    email?: string;
    telephone?: string;
    purposes?: PrivacyNoticeText[];
    transfers?: PrivacyNoticeText;
    requests?: PrivacyNoticeText;
  };
  publish: boolean;
  publicUrl?: string;
  alarmEmail?: string;
  profile: 'standard' | 'hardened';
}

export interface DaysOff {
  holidays: {
    on: string;
    name: string;
  }[];
  holyWeek: boolean;
  recess: {
    /**
     * From 2000-01-01 to 2099-12-31
     */
    from: string;
    /**
     * From 2000-01-01 to 2099-12-31
     */
    to: string;
    name: string;
  }[];
}

export interface PrivacyNoticeText {
  es: string;
  en: string;
}

export interface GetMailResponse {
  from: string;
  released: boolean;
  sandbox: boolean;
  allowed: string[];
  dailyCap: number;
  sentToday: number;
  staffCap: number;
  staffSentToday: number;
  waiting: {
    id: string;
    kind: 'mail' | 'staff-digest' | 'digest' | 'fresh-link' | 'address-changed' | 'convocation';
    locality?: string;
    stakeholder?: string;
    staff?: string;
    state: 'queued' | 'leased' | 'waiting' | 'held';
    attempts: number;
    queuedAt: string;
    heldUntil?: string;
    waitsFor?: string;
  }[];
  more: boolean;
}

export interface ReleaseMailResponse {
  released: true;
}

export interface ListMailsResponse {
  items: {
    id: string;
    at: string;
    to: string;
    message:
      | 'stage-opened'
      | 'review-requested'
      | 'review-void'
      | 'gate-decided'
      | 'override-used'
      | 'programme-completed'
      | 'staff-digest'
      | 'digest'
      | 'fresh-link'
      | 'address-changed'
      | 'convocation';
    state: 'sent' | 'failed' | 'bounced' | 'kept';
    attempts: number;
    error?: string;
    locality?: string;
  }[];
  nextCursor?: string;
}

export interface AuditRecordsResponse {
  checked: number;
  findings: {
    kind: 'locality' | 'municipality' | 'stakeholder' | 'ranking' | 'anchor';
    id: string;
    code:
      | 'unreadable'
      | 'history-altered'
      | 'history-incomplete'
      | 'visit-missing'
      | 'visit-astray'
      | 'review-differs'
      | 'commitments-differ'
      | 'sums-differ'
      | 'contact-differs'
      | 'item-altered'
      | 'item-missing'
      | 'item-unknown'
      | 'history-cut'
      | 'history-rewritten'
      | 'removed'
      | 'anchor-altered';
    about: string;
  }[];
  nextCursor?: string;
}

export interface GetMyProfileResponse {
  user: string;
  roles: Role[];
  language: Language;
  mails: MailChoice;
  municipality: {
    id: string;
    name: string;
    timeZone: string;
    fourEyes: boolean;
    approvers: string[];
    calendar: DaysOff;
  };
  today: string;
  version: number;
}

export type Role = 'administrator' | 'coordinator' | 'viewer';

export type MailChoice = 'at-once' | 'daily' | 'weekly' | 'none';

export interface SaveMyProfileResponse {
  language: Language;
  mails: MailChoice;
  version: number;
}

export interface CreateLocalityRequest {
  name: string;
  programme: string;
  code?: string;
  population?: number;
  geometry?: EnteredGeometry;
  coordinators?: string[];
}

export type EnteredGeometry =
  | {
      type: 'Polygon';
      coordinates: [number, number][][];
      [k: string]: unknown | undefined;
    }
  | {
      type: 'MultiPolygon';
      coordinates: [number, number][][][];
      [k: string]: unknown | undefined;
    };

export interface EditLocalityRequest {
  name?: string;
  code?: string | null;
  population?: number | null;
  geometry?: EnteredGeometry | null;
  coordinators?: string[];
}

export interface HandOverLocalitiesRequest {
  from: string;
  to: string;
  localities?: string[];
}

export interface RecordActivityRequest {
  status: ActivityStatus;
  note?: string;
  evidence?: Evidence[];
  figures?: Figures;
}

export interface RequestReviewRequest {
  track?: string;
  note?: string;
  override?: {
    reason: string;
    /**
     * From 2000-01-01 to 2099-12-31
     */
    expiresOn: string;
  };
}

export interface DecideGateRequest {
  track?: string;
  outcome: DecisionOutcome;
  reason: string;
  toStage?: string;
  continuedBy?: string[];
}

export type ResumeLocalityRequest = Record<string, never>;

export interface CreateStakeholderRequest {
  name: string;
  organization?: string;
  sector: Sector;
  level?: Level;
  email?: string;
  language?: Language;
  localities?: string[];
  consent?: EnteredConsent;
}

export interface EnteredConsent {
  /**
   * From 2000-01-01 to 2099-12-31
   */
  givenOn: string;
  how: string;
}

export interface EditStakeholderRequest {
  name?: string;
  organization?: string | null;
  sector?: Sector;
  level?: Level | null;
  email?: string | null;
  language?: Language;
  localities?: string[];
  consent?: EnteredConsent | null;
}

export type RevokeLinksRequest = Record<string, never>;

export interface RecordPrivacyRequestRequest {
  kind: PrivacyRequestKind;
  stakeholder?: string;
  name?: string;
  receivedOn: string;
  note?: string;
}

export interface AnswerPrivacyRequestRequest {
  answeredOn?: string;
  answer: string;
}

export interface CreateCommitmentRequest {
  action: string;
  responsible?: string;
  coResponsible?: string[];
  supportingProgramme?: SupportingProgramme;
  policyArea?: PolicyArea;
  /**
   * From 2000-01-01 to 2099-12-31
   */
  dueOn?: string;
  budget?: BudgetInput;
  status?: CommitmentStatus;
  progress?: number;
  fulfilledOn?: DayOrNone;
  note?: string;
  evidence?: Evidence[];
}

export interface BudgetInput {
  amount: number;
  currency?: Currency;
}

export type DayOrNone = string | null;

export interface EditCommitmentRequest {
  action?: string;
  responsible?: string | null;
  coResponsible?: string[];
  supportingProgramme?: SupportingProgramme | null;
  policyArea?: PolicyArea | null;
  dueOn?: DayOrNone;
  budget?: BudgetInput | null;
  status?: CommitmentStatus;
  progress?: number;
  fulfilledOn?: DayOrNone;
  note?: string | null;
  evidence?: Evidence[];
}

export interface CreateObjectiveRequest {
  locality?: string;
  key?: string;
  name: string;
  plan?: string;
}

export interface CreateLineRequest {
  name: string;
  objective?: string;
  unit: string;
  decimals?: number;
  target?: number;
  bound?: LineBound;
  from: string;
  to: string;
  rhythm?: LineRhythm;
  responsible?: string;
  stage?: string;
  track?: string;
  place?: string;
  breakdown?: BreakdownDimension[];
  budget?: LineBudgetInput;
  published?: boolean;
  locality?: string;
  key?: string;
}

export interface LineBudgetInput {
  authorised?: number;
  committed?: number;
  spent?: number;
  currency?: Currency;
  source?: string;
}

export interface EditLineRequest {
  name?: string;
  objective?: string | null;
  unit?: string;
  decimals?: number;
  target?: number | null;
  bound?: LineBound;
  from?: string;
  to?: string;
  rhythm?: LineRhythm;
  responsible?: string | null;
  stage?: PartOrNone;
  track?: PartOrNone;
  place?: string | null;
  breakdown?: BreakdownDimension[];
  budget?: LineBudgetInput | null;
  published?: boolean;
  status?: LineStatus;
  reason?: string;
}

export type PartOrNone = string | null;

export interface CreateEntryRequest {
  on: string;
  quantity: number;
  cells?: {
    [k: string]: string | undefined;
  };
  place?: string;
  note?: string;
  evidence?: Evidence[];
  corrects?: string;
}

export interface CreateEntriesRequest {
  entries: {
    on: string;
    quantity: number;
    cells?: {
      [k: string]: string | undefined;
    };
    place?: string;
    note?: string;
    evidence?: Evidence[];
    corrects?: string;
    line: string;
  }[];
}

export interface SaveMyAgendaFeedRequest {
  active: boolean;
}

export interface CreateSessionRequest {
  kind: string;
  on: string;
  at?: string;
  place?: string;
  agenda?: string[];
  convened?: string[];
  group?: string;
  activity?: string;
  locality?: string;
}

export interface EditSessionRequest {
  kind?: string;
  on?: string;
  at?: string | null;
  place?: string | null;
  agenda?: string[];
  convened?: string[];
  group?: string | null;
  activity?: PartOrNone;
}

export type ConveneSessionRequest = Record<string, never>;

export interface HoldSessionRequest {
  attendance: AttendanceInput;
  minutes?: string;
  files?: string[];
  agreements?: {
    action: string;
    responsible?: string;
    dueOn?: string;
  }[];
  counts?: {
    quantity: number;
    cells?: {
      [k: string]: string | undefined;
    };
    line: string;
  }[];
}

export interface AttendanceInput {
  total: number;
  bySex?: HeadsBySex;
  byAge?: {
    [k: string]: number | undefined;
  };
  bySector?: {
    [k: string]: number | undefined;
  };
  named?: string[];
}

export interface CancelSessionRequest {
  reason: string;
}

export interface CreateGroupRequest {
  kind: string;
  name: string;
  sectors?: Sector[];
  members?: GroupMember[];
  formedOn: string;
  formalisedOn?: string;
  evidence?: Evidence[];
  trainedBy?: GroupTrainer;
  locality?: string;
  key?: string;
}

export interface GroupMember {
  stakeholder: string;
  post?: string;
  since: string;
  until?: string;
}

export interface EditGroupRequest {
  kind?: string;
  name?: string;
  sectors?: Sector[];
  members?: GroupMember[];
  formedOn?: string;
  formalisedOn?: string | null;
  evidence?: Evidence[];
  trainedBy?: GroupTrainer | null;
}

export interface FinishTaskRequest {
  note?: string;
}

export interface CreateFileRequest {
  name: string;
  type: FileType;
  size: number;
  locality?: string;
}

export interface RunSweepRequest {
  /**
   * From 2000-01-01 to 2099-12-31
   */
  on?: string;
  dryRun?: boolean;
}

export interface FreezeRankingRequest {
  name?: string;
  rationale: string;
  method: RankingMethod;
  normalisation?: Normalisation;
  weights: RankingWeight[];
  candidates: Candidate[];
  topK: number;
  variation?: {
    draws?: number;
    spread?: number;
    seed?: number;
  };
}

export type ReleaseMailRequest = Record<string, never>;

export interface SaveMyProfileRequest {
  language?: Language;
  mails?: MailChoice;
}
