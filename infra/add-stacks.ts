import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Municipality } from '../domain/municipality.ts';
import type { Programme } from '../domain/programme.ts';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';

/**
 * Adds one pair of stacks per municipality to the app: `etapas-<id>-data`, `etapas-<id>-service`.
 * @param builtApp the folder of the coordinators' app, where it is to be deployed with them
 */
export function addStacks(
  app: App,
  municipalities: Municipality[],
  programmes: Programme[],
  builtApp?: string,
) {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return municipalities.map((municipality) => {
    const { id, name, region, account, inegiCode } = municipality;
    const env = { region, account };
    const data = new DataStack(app, `etapas-${id}-data`, {
      env,
      municipality,
      description: `Etapas, ${name}: what is kept`,
      terminationProtection: true,
    });
    const service = new ServiceStack(app, `etapas-${id}-service`, {
      env,
      municipality,
      programmes,
      table: data.table,
      evidence: data.evidence,
      app: builtApp,
      description: `Etapas, ${name}: what works on it`,
    });
    for (const stack of [data, service]) {
      Tags.of(stack).add('etapas:municipality', id);
      Tags.of(stack).add('etapas:inegiCode', inegiCode);
    }
    return { data, service };
  });
}
