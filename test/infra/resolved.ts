import type { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';

const Ref = z.strictObject({ Ref: z.string() });
const GetAtt = z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const ImportValue = z.strictObject({ 'Fn::ImportValue': z.string() });
const Join = z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const Exported = z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }) });

const withoutDigest = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '');

/**
 * Makes text of a value of the service stack's template: resources stand in angle brackets under their logical
 * ids without the digest (`<Relay>`, `<Table.Arn>`), also those of the data stack, whose exports are followed.
 */
export function resolved(value: unknown, data: Template): string {
  const result = z.union([z.string(), Ref, GetAtt, ImportValue, Join]).parse(value);
  if (typeof result === 'string') return result;
  if ('Ref' in result) return `<${withoutDigest(result.Ref)}>`;
  if ('Fn::GetAtt' in result) return `<${withoutDigest(result['Fn::GetAtt'][0])}.${result['Fn::GetAtt'][1]}>`;
  if ('Fn::Join' in result) {
    const [separator, parts] = result['Fn::Join'];
    return parts.map((part) => resolved(part, data)).join(separator);
  }
  const name = result['Fn::ImportValue'];
  const exported = Object.values(data.findOutputs('*')).flatMap(
    (output) => Exported.safeParse(output).data ?? [],
  );
  return resolved(exported.find(({ Export }) => Export.Name === name)?.Value, data);
}
