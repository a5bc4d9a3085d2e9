import { commitmentFields } from '../commitment-fields.ts';
import { contactQuestions } from '../contact-questions.ts';
import { history } from '../history.ts';
import { conflict, downloads, imports } from './editing.ts';
import { evaluation, surveyImport } from './evaluation.ts';
import { evidence, files } from './files.ts';
import { frame, session } from './frame.ts';
import { checklist, decision, gate, locality } from './locality.ts';
import { matrix } from './matrix.ts';
import { offline } from './offline.ts';
import { health, parts, problems, status } from './parts.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { localityForm, portfolio, territories } from './portfolio.ts';
import { targeting } from './targeting.ts';
import { today } from './today.ts';

/** Every Spanish word of the app, part by part. Its type is the list of what each other language must say. */
export const es = {
  frame,
  session,
  parts,
  problems,
  status,
  health,
  offline,
  today,
  locality,
  checklist,
  files,
  evidence,
  gate,
  decision,
  portfolio,
  territories,
  localityForm,
  commitmentFields,
  contactQuestions,
  matrix,
  people,
  plan,
  history,
  conflict,
  downloads,
  imports,
  evaluation,
  surveyImport,
  targeting,
};
export type Words = typeof es;
