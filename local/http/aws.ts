import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import { html } from '../html.ts';
import type { Ses } from '../mail/ses.ts';
import type { StepFunctions } from '../step-functions/step-functions.ts';
import { type Exchange, readBody, send } from './exchange.ts';

const largestRequest = 64 * 1024 * 1024;
const json = 'application/x-amz-json-1.0';

async function answerStepFunctions(
  exchange: Exchange,
  stepFunctions: StepFunctions,
  action: string,
  body: Buffer,
) {
  const answer = (status: number, content: object, headers = {}) =>
    send(exchange, status, json, JSON.stringify(content), { 'x-amzn-requestid': randomUUID(), ...headers });
  try {
    answer(200, stepFunctions.handle(action, JSON.parse(body.toString() || '{}')));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const { name, message } = error;
    answer(
      400,
      { __type: `com.amazonaws.swf.service.v2.model#${name}`, message },
      { 'x-amzn-errortype': name },
    );
  }
}

async function answerSes(exchange: Exchange, ses: Ses, body: Buffer) {
  try {
    send(exchange, 200, 'text/xml', await ses(new URLSearchParams(body.toString())));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const { text } =
      html`<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type>
<Code>${error.name}</Code><Message>${error.message}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
    send(exchange, 400, 'text/xml', text);
  }
}

/** The AWS protocols at one address: Step Functions' by its target header, otherwise SES's query protocol. */
export async function answerAws(exchange: Exchange, stepFunctions: StepFunctions, ses: Ses): Promise<void> {
  const body = await readBody(exchange, largestRequest);
  const target = exchange.request.headers['x-amz-target'];
  const [service, action] = typeof target === 'string' ? target.split('.') : [];
  if (service === 'AWSStepFunctions') return answerStepFunctions(exchange, stepFunctions, action ?? '', body);
  return answerSes(exchange, ses, body);
}
