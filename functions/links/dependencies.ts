import type { Moment } from '../../domain/change.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { type AddressRegister, addressRegister } from '../../store/address-register.ts';
import { type CommitmentStore, commitmentStore } from '../../store/commitments.ts';
import { type LocalityStore, localityStore } from '../../store/localities.ts';
import { type StakeholderStore, stakeholderStore } from '../../store/stakeholders.ts';
import type { Table } from '../../store/transaction.ts';
import { type VisitStore, visitStore } from '../../store/visits.ts';
import { type Clock, momentOf } from '../runtime/clock.ts';
import { type LinkService, linksOn } from '../runtime/links.ts';
import type { ProgrammeCatalogue } from '../runtime/programme-catalogue.ts';
import type { QuestionnaireCatalogue } from '../runtime/questionnaire-catalogue.ts';

/** What the pages without an account are made from. */
export interface PageDependencies {
  table: Table;
  municipality: Municipality;
  links: LinkService;
  stakeholders: StakeholderStore;
  addresses: AddressRegister;
  commitments: CommitmentStore;
  localities: LocalityStore;
  visits: VisitStore;
  programmes: ProgrammeCatalogue;
  questionnaires: QuestionnaireCatalogue;
  clock: Clock;
  moment(): Moment;
}

/** The dependencies on a table, for a municipality whose pages are at `publicUrl`. */
export const pageDependencies = (
  table: Table,
  municipality: Municipality,
  publicUrl: string,
  { programmes, questionnaires }: Pick<PageDependencies, 'programmes' | 'questionnaires'>,
  clock: Clock,
): PageDependencies => ({
  table,
  municipality,
  programmes,
  questionnaires,
  clock,
  moment: () => momentOf(clock(), municipality),
  links: linksOn({ table, municipality, publicUrl, clock }),
  stakeholders: stakeholderStore(table),
  addresses: addressRegister(table),
  commitments: commitmentStore(table),
  localities: localityStore(table),
  visits: visitStore(table),
});
