import * as z from 'zod';
import { StartupError } from '../startup-error.ts';
import { account, attributeOf, type NamedResource, namePropertyOf, refOf } from './physical-names.ts';
import type { Stack } from './template.ts';

const Values = z.array(z.unknown());
const Import = z.string();
const Join = z.tuple([z.string(), z.unknown()]);
const Select = z.tuple([z.coerce.number(), z.unknown()]);
const Attribute = z.union([
  z.tuple([z.string(), z.string()]),
  z.string().transform((text): [string, string] => {
    const [id = '', ...attribute] = text.split('.');
    return [id, attribute.join('.')];
  }),
]);
const Substitute = z.union([
  z.string().transform((text): [string, Record<string, unknown>] => [text, {}]),
  z.tuple([z.string(), z.record(z.string(), z.unknown())]),
]);
const StackOutput = z.object({ StackName: z.unknown(), OutputName: z.unknown() });
const Text = z.string();

type Evaluate = (value: unknown, stack: Stack) => unknown;

/**
 * Makes the function that evaluates CloudFormation's intrinsic functions with the values of this machine.
 * @throws Refusal (when it is called) naming an intrinsic function or a reference that is not known here
 */
export function evaluator(stacks: Stack[], url: string): Evaluate {
  const named = (stack: Stack, logicalId: string): NamedResource => {
    const resource = stack.template.Resources[logicalId];
    if (!resource) throw new StartupError(`${stack.name}: refers to ${logicalId}, which it does not have`);
    const property = namePropertyOf(resource.Type);
    const name = property ? resource.Properties[property] : undefined;
    const given = name === undefined ? undefined : Text.parse(evaluate(name, stack));
    return { type: resource.Type, logicalId, stack: stack.name, region: stack.region, given, url };
  };

  const pseudo = (stack: Stack): Record<string, unknown> => ({
    'AWS::Region': stack.region,
    'AWS::AccountId': account,
    'AWS::Partition': 'aws',
    'AWS::StackName': stack.name,
    'AWS::StackId': `arn:aws:cloudformation:${stack.region}:${account}:stack/${stack.name}/local`,
    'AWS::URLSuffix': 'amazonaws.com',
  });

  const reference = (id: string, stack: Stack): unknown => {
    if (id === 'AWS::NoValue') return undefined;
    if (id in pseudo(stack)) return pseudo(stack)[id];
    const parameter = stack.template.Parameters[id];
    return parameter ? parameter.Default : refOf(named(stack, id));
  };

  const exported = (name: string): unknown => {
    for (const stack of stacks)
      for (const { Value, Export } of Object.values(stack.template.Outputs))
        if (Export && evaluate(Export.Name, stack) === name) return evaluate(Value, stack);
    throw new StartupError(`no stack exports ${name}`);
  };

  const output = (stackName: unknown, outputName: unknown): unknown => {
    const stack = stacks.find(({ name }) => name === stackName);
    const found = stack?.template.Outputs[String(outputName)];
    if (!stack || !found)
      throw new StartupError(`no stack ${String(stackName)} has an output ${String(outputName)}`);
    return evaluate(found.Value, stack);
  };

  const substitute = ([text, variables]: [string, Record<string, unknown>], stack: Stack) =>
    text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in variables) return String(evaluate(variables[name], stack));
      return String(name.includes('.') ? attribute(Attribute.parse(name), stack) : reference(name, stack));
    });

  const attribute = ([id, name]: [string, string], stack: Stack) => attributeOf(named(stack, id), name);

  const functions: Record<string, (argument: unknown, stack: Stack) => unknown> = {
    Ref: (id, stack) => reference(Text.parse(id), stack),
    'Fn::GetAtt': (argument, stack) => attribute(Attribute.parse(argument), stack),
    'Fn::Join': (argument, stack) => {
      const [separator, values] = Join.parse(argument);
      return Values.parse(evaluate(values, stack)).join(separator);
    },
    'Fn::Sub': (argument, stack) => substitute(Substitute.parse(argument), stack),
    'Fn::Select': (argument, stack) => {
      const [index, values] = Select.parse(argument);
      return Values.parse(evaluate(values, stack))[index];
    },
    'Fn::Split': (argument, stack) => {
      const [separator, text] = Join.parse(argument);
      return Text.parse(evaluate(text, stack)).split(separator);
    },
    'Fn::ImportValue': (name, stack) => exported(Import.parse(evaluate(name, stack))),
    'Fn::GetStackOutput': (argument, stack) => {
      const { StackName, OutputName } = StackOutput.parse(argument);
      return output(evaluate(StackName, stack), evaluate(OutputName, stack));
    },
  };

  function evaluate(value: unknown, stack: Stack): unknown {
    if (Array.isArray(value))
      return value.map((item) => evaluate(item, stack)).filter((item) => item !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? [];
    if (entries.length === 1 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::'))) {
      const call = functions[name];
      if (!call) throw new StartupError(`${stack.name}: the local runner does not know ${name}`);
      return call(argument, stack);
    }
    return Object.fromEntries(
      entries.map(([key, item]) => [key, evaluate(item, stack)]).filter(([, item]) => item !== undefined),
    );
  }

  return evaluate;
}
