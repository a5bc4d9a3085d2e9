import type { Questionnaire } from './evaluation/questionnaire.ts';
import type { Municipality } from './municipality.ts';
import type { Programme } from './programme.ts';

/** A programme version with the digest of the workflow definition deployed for it. */
export type DeployedProgramme = Programme & { definition: string };

/** What lies beside the code of functions, by name: one JSON file each. */
export interface Deployed {
  settings: Municipality;
  programmes: DeployedProgramme[];
  questionnaires: Questionnaire[];
}
export type DeployedName = keyof Deployed;

/** The name of such a file. */
export const deployedFile = (name: DeployedName) => `${name}.json`;

/** The text of such a file. What goes into it was checked by its schema when it was read, at synthesis. */
export const deployedText = <Name extends DeployedName>(_: Name, content: Deployed[Name]): string =>
  JSON.stringify(content);

/**
 * What such a file says. It is not checked again: it is deployed with the code, `deployedText` alone makes its text, and
 * it takes the very type that is given back here. Loading the schemas and applying them cost a sixth of each cold start.
 */
export const readDeployed = <Name extends DeployedName>(_: Name, text: string): Deployed[Name] =>
  JSON.parse(text);
