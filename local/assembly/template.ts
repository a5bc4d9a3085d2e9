import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { messageOf, StartupError } from '../startup-error.ts';

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.object({ templateFile: z.string(), stackName: z.string() }).partial().optional(),
    }),
  ),
});

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Condition: z.string().optional(),
    }),
  ),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown() })).default({}),
});

const Assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string(), packaging: z.string() }) })),
});

/** One stack of the assembly, as synthesized. */
export interface Stack {
  name: string;
  region: string;
  template: z.infer<typeof Template>;
  /** Folders of what is uploaded for the stack, by the name it is uploaded under, such as `<hash>.zip`. */
  assets: Map<string, string>;
}

function read<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  } catch (error) {
    throw new StartupError(`the cloud assembly cannot be read: ${join(folder, file)}: ${messageOf(error)}`);
  }
}

/**
 * The stacks of a cloud assembly whose names begin as given.
 * @throws Refusal when the folder holds no readable assembly, or none of those stacks
 */
export function readStacks(folder: string, prefix: string): Stack[] {
  const { artifacts } = read(folder, 'manifest.json', Manifest);
  const stacks = Object.entries(artifacts).flatMap(([id, { type, environment, properties }]) => {
    const name = properties?.stackName ?? id;
    if (type !== 'aws:cloudformation:stack' || !properties?.templateFile || !name.startsWith(prefix))
      return [];
    const region = environment?.split('/').at(-1) ?? 'us-east-1';
    const { files } = read(folder, `${id}.assets.json`, Assets);
    const assets = new Map(
      Object.entries(files).map(([hash, { source }]) => [
        `${hash}${source.packaging === 'zip' ? '.zip' : ''}`,
        join(folder, source.path),
      ]),
    );
    return [{ name, region, template: read(folder, properties.templateFile, Template), assets }];
  });
  if (stacks.length === 0) throw new StartupError(`the cloud assembly in ${folder} has no stack ${prefix}…`);
  return stacks;
}
