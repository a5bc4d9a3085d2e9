import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type DeployedName, deployedFile, readDeployed } from '../../domain/deployed.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { type Table, tableOn } from '../../store/transaction.ts';
import { catalogueOf, type ProgrammeCatalogue } from './programme-catalogue.ts';
import { type QuestionnaireCatalogue, questionnairesOf } from './questionnaire-catalogue.ts';

/** One variable of the environment, parsed; a missing or wrong one ends the start with its name. */
function variable<T>(name: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(process.env[name]);
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Where the function's code lies, and what was deployed beside it. */
const codeFolder = () => process.env.LAMBDA_TASK_ROOT ?? '.';

const deployed = <Name extends DeployedName>(name: Name) =>
  readDeployed(name, readFileSync(join(codeFolder(), deployedFile(name)), 'utf8'));

/** The settings of the municipality this function is deployed for. */
export const deployedMunicipality = (): Municipality => deployed('settings');

/** The programmes that were deployed with this function. */
export const deployedProgrammes = (): ProgrammeCatalogue => catalogueOf(deployed('programmes'));

/** The questionnaires that were deployed with this function. */
export const deployedQuestionnaires = (): QuestionnaireCatalogue =>
  questionnairesOf(deployed('questionnaires'));

/** What precedes a programme version's name in the ARN of its state machine. */
export const stateMachinePrefix = () => variable('STATE_MACHINE_PREFIX', z.string().startsWith('arn:'));

/** The SES configuration set that mail goes out by. */
export const configurationSet = () => variable('CONFIGURATION_SET', z.string().min(1));

/** The municipality's table, reached by the ordinary client. */
export const deployedTable = (): Table =>
  tableOn(new DynamoDBClient(), variable('TABLE_NAME', z.string().min(3)));

/** The folder beside this function's bundle that the fonts of printed documents lie in. */
export const fontsFolder = () => join(codeFolder(), variable('FONTS_FOLDER', z.string()));

/** The bucket that the files of evidence lie in. */
export const filesBucket = () => variable('FILES_BUCKET', z.string().min(3));

/** Where people reach the pages they need no account for. */
export const publicUrl = () => variable('PUBLIC_URL', z.url({ protocol: /^https?$/ }));
