import type { Municipality } from '../domain/municipality.ts';
import type { Assembly } from './assembly/specs.ts';
import type { Endpoints } from './functions/environment.ts';
import type { Info } from './http/local-routes.ts';

/** `etapas-<municipality>-<programme>-v<N>` → programme and version */
const versionOf = (name: string, municipality: string) => {
  const [, programme, version] = new RegExp(`^etapas-${municipality}-(.+)-v(\\d+)$`).exec(name) ?? [];
  return programme === undefined ? undefined : { programme, version: Number(version) };
};

/** The newest version of each programme under its id, the others under `<id>.v<N>`. */
function stateMachinesOf({ stateMachines }: Assembly, municipality: string): Record<string, string> {
  const versions = stateMachines
    .flatMap(({ name, arn }) => {
      const version = versionOf(name, municipality);
      return version ? [{ ...version, arn }] : [];
    })
    .sort((a, b) => b.version - a.version);
  const arns: Record<string, string> = {};
  for (const { programme, version, arn } of versions)
    arns[programme in arns ? `${programme}.v${version}` : programme] = arn;
  return arns;
}

/** What `GET /local/info` tells. */
export const infoOf = (
  assembly: Assembly,
  { id, mailFrom }: Municipality,
  endpoints: Endpoints,
  authority: string,
): Info => ({
  dynamodbEndpoint: endpoints.dynamodb,
  awsEndpoint: endpoints.aws,
  region: assembly.region,
  tableName: assembly.table.name,
  stateMachines: stateMachinesOf(assembly, id),
  mailFrom,
  signIn: { authority, clientId: assembly.signIn.clientId },
});
