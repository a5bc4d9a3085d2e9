import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Questionnaire } from '../../domain/evaluation/questionnaire.ts';
import { Municipality } from '../../domain/municipality.ts';
import { type Table, tableOn } from '../../store/transaction.ts';
import { catalogueOf, DeployedProgramme, type ProgrammeCatalogue } from './programme-catalogue.ts';
import { type QuestionnaireCatalogue, questionnairesOf } from './questionnaire-catalogue.ts';

function fromJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
}

/** One variable of the environment, parsed; a missing or wrong one ends the start with its name. */
function variable<T>(name: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(process.env[name]);
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The settings of the municipality this function is deployed for. */
export const deployedMunicipality = () =>
  variable('MUNICIPALITY', z.string().transform(fromJson).pipe(Municipality));

/** What precedes a programme version's name in the ARN of its state machine. */
export const stateMachinePrefix = () => variable('STATE_MACHINE_PREFIX', z.string().startsWith('arn:'));

/** The SES configuration set that mail goes out by. */
export const configurationSet = () => variable('CONFIGURATION_SET', z.string().min(1));

/** The municipality's table, reached by the ordinary client. */
export const deployedTable = (): Table =>
  tableOn(new DynamoDBClient(), variable('TABLE_NAME', z.string().min(3)));

/** What a file beside this function's bundle holds. */
function deployedFile(name: string): unknown {
  const file = join(process.env.LAMBDA_TASK_ROOT ?? '.', variable(name, z.string()));
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The programmes that were deployed with this function. */
export const deployedProgrammes = (): ProgrammeCatalogue =>
  catalogueOf(z.array(DeployedProgramme).parse(deployedFile('PROGRAMMES_FILE')));

/** The questionnaires that were deployed with this function. */
export const deployedQuestionnaires = (): QuestionnaireCatalogue =>
  questionnairesOf(z.array(Questionnaire).parse(deployedFile('QUESTIONNAIRES_FILE')));

/** The folder beside this function's bundle that the fonts of printed documents lie in. */
export const fontsFolder = () =>
  join(process.env.LAMBDA_TASK_ROOT ?? '.', variable('FONTS_FOLDER', z.string()));

/** The bucket that the files of evidence lie in. */
export const filesBucket = () => variable('FILES_BUCKET', z.string().min(3));

/** Where people reach the pages they need no account for. */
export const publicUrl = () => variable('PUBLIC_URL', z.url({ protocol: /^https?$/ }));
