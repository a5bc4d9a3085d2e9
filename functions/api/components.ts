import type * as z from 'zod';
import { Activity, Step } from '../../domain/activity.ts';
import { Suppression } from '../../domain/address.ts';
import {
  Budget,
  CommitmentStatus,
  DayOrNone,
  PolicyArea,
  SupportingProgramme,
} from '../../domain/commitment.ts';
import { Criterion, CriterionType } from '../../domain/criteria/index.ts';
import { DaysOff } from '../../domain/days-off.ts';
import { DecisionOutcome } from '../../domain/decision-outcome.ts';
import { Estimate, EstimateKind } from '../../domain/evaluation/estimate.ts';
import { Shown } from '../../domain/evaluation/evaluation-row.ts';
import { Groups } from '../../domain/evaluation/grouping.ts';
import { IndicatorCode } from '../../domain/evaluation/indicators.ts';
import { Direction } from '../../domain/evaluation/verdict.ts';
import { Evidence } from '../../domain/evidence.ts';
import { FileType } from '../../domain/file.ts';
import { Geometry } from '../../domain/geometry.ts';
import { Language, Text } from '../../domain/language.ts';
import { Locality, LocalityStatus } from '../../domain/locality.ts';
import { MailChoice } from '../../domain/mail-choice.ts';
import { Role } from '../../domain/policies.ts';
import { NoticeText } from '../../domain/privacy-notice.ts';
import { PrivacyRequestKind } from '../../domain/privacy-request.ts';
import { Programme, Stage, Track } from '../../domain/programme.ts';
import { Consent, Level, Sector } from '../../domain/stakeholder.ts';
import { EnteredConsent } from '../../domain/stakeholder-input.ts';
import { SurveyWave } from '../../domain/survey-wave.ts';
import { Candidate } from '../../domain/targeting/candidate.ts';
import { Coverage } from '../../domain/targeting/coverage.ts';
import { FacilityType } from '../../domain/targeting/facilities.ts';
import { RankedPlace, Ranking } from '../../domain/targeting/ranking.ts';
import {
  Normalisation,
  RankingMethod,
  Weight,
  Direction as WeightDirection,
} from '../../domain/targeting/ranking-request.ts';
import { Firmness, Sensitivity } from '../../domain/targeting/sensitivity.ts';
import { Territory } from '../../domain/targeting/territory.ts';
import { SentGeometry } from '../../domain/territory/entered-geometry.ts';
import { ActivityStatus, Figures, Override, Review } from '../../domain/visit.ts';
import { DimensionSums } from '../../domain/work/breakdown.ts';
import { Member, Trainer } from '../../domain/work/group.ts';
import { Bound, Dimension, LineBudget, LineStatus, PartOrNone, Rhythm } from '../../domain/work/line.ts';
import {
  Attendance,
  Attending,
  HeadsBySex,
  SessionAnswer,
  SessionStatus,
} from '../../domain/work/session.ts';
import { HistoryEntry } from '../../store/history.ts';
import { FieldMessage, MissingItem, ProblemBody } from '../runtime/problem-body.ts';
import { EnteredStakeholder } from './address-warnings.ts';
import { AgendaItem } from './agenda-view.ts';
import { CommitmentView, EnteredCommitment } from './commitment-view.ts';
import { EntryView } from './entry-view.ts';
import { WaveGroups } from './get-evaluation.ts';
import { GroupView } from './group-view.ts';
import { HistoryPage } from './history-page.ts';
import { LineView, ObjectiveView } from './line-view.ts';
import { EnteredLocality } from './locality-warnings.ts';
import { AgendaFeedView } from './my-agenda-feed.ts';
import { PrivacyRequestView } from './privacy-request-view.ts';
import {
  CurrentVisit,
  FileWarning,
  Health,
  LocalityView,
  PlannedStage,
  RejectedRow,
  StepView,
} from './representations.ts';
import { Sums } from './roll-up-commitments.ts';
import { SessionView } from './session-view.ts';
import { StakeholderView } from './stakeholder-view.ts';
import { SurveyView } from './survey-asked.ts';

/**
 * The schemas that several answers or bodies share, by their names in the published description. A test finds a shape
 * that stands in it twice: it gets a name here. What one route alone takes or answers is named after its operation.
 */
export const components: Record<string, z.ZodType> = {
  Problem: ProblemBody,
  MissingItem,
  DayOrNone,
  Text,
  PrivacyNoticeText: NoticeText,
  Language,
  MailChoice,
  Role,
  Programme,
  Stage,
  Track,
  StageActivity: Activity,
  Step,
  Criterion,
  CriterionType,
  Locality: LocalityView,
  EnteredLocality,
  LocalityStatus,
  LocalityHealth: Health,
  CurrentVisit,
  PlannedStage,
  Geometry,
  EnteredGeometry: SentGeometry,
  PendingOverride: Locality.shape.overrides.unwrap().element,
  RecordedStep: StepView,
  ActivityStatus,
  Evidence,
  Figures,
  Review,
  Override,
  DecisionOutcome,
  HistoryEntry,
  HistoryPage,
  Stakeholder: StakeholderView,
  EnteredStakeholder,
  FieldMessage,
  DaysOff,
  Sector,
  Level,
  Consent,
  EnteredConsent,
  Suppression,
  Commitment: CommitmentView,
  EnteredCommitment,
  CommitmentStatus,
  CommitmentAnswer: CommitmentView.shape.answer.unwrap(),
  PrivacyRequest: PrivacyRequestView,
  PrivacyRequestKind,
  PrivacyRequestStatus: PrivacyRequestView.shape.status,
  SupportingProgramme,
  PolicyArea,
  Budget,
  Currency: Budget.shape.currency.unwrap(),
  CommitmentSums: Sums,
  PlanObjective: ObjectiveView,
  PlanLine: LineView,
  PlanLineSums: LineView.shape.sums,
  PlanLineCell: LineView.shape.byCell.unwrap().element,
  PlanLineByQuarter: LineView.shape.byQuarter.unwrap(),
  DimensionSums,
  PlanEntry: EntryView,
  AgendaItem,
  AgendaFeed: AgendaFeedView,
  AgendaSession: AgendaItem.options[0],
  AgendaGate: AgendaItem.options[1],
  AgendaCommitment: AgendaItem.options[2],
  AgendaLinePeriod: AgendaItem.options[3],
  Session: SessionView,
  SessionAnswer,
  Attending,
  SessionHeld: SessionView.shape.held.unwrap(),
  SessionAgreement: SessionView.shape.held.unwrap().shape.agreements.element,
  PreviousAgreement: SessionView.shape.previousAgreements.unwrap().element,
  SessionStatus,
  Group: GroupView,
  GroupMember: Member,
  GroupTrainer: Trainer,
  TrainedBySession: Trainer.options[0],
  TrainedByGroup: Trainer.options[1],
  ShownGroupMember: GroupView.shape.members.element,
  Attendance,
  HeadsBySex,
  LineStatus,
  LineBound: Bound,
  LineRhythm: Rhythm,
  LineBudget,
  BreakdownDimension: Dimension,
  PartOrNone,
  RejectedRow,
  FileWarning,
  FileType,
  SurveyWave,
  Survey: SurveyView,
  IndicatorCode,
  IndicatorDirection: Direction,
  Estimate,
  EstimateKind,
  EstimateMethod: Estimate.shape.method,
  ShownEstimate: Shown,
  EstimateGroups: Groups,
  WaveGroups,
  Candidate,
  CandidateTerritory: Territory,
  FacilityType,
  Ranking,
  RankedPlace,
  UnrankedPlace: Ranking.shape.unranked.element,
  RankingMethod,
  Normalisation,
  RankingWeight: Weight,
  WeightDirection,
  RankingCoverage: Coverage,
  RankingSensitivity: Sensitivity,
  PlaceFirmness: Firmness,
};
