import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

const Stream = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })) });
const Shards = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string(), ParentShardId: z.string().optional() })),
    LastEvaluatedShardId: z.string().optional(),
  }),
});
const Iterator = z.object({ ShardIterator: z.string() });

/** A change of the table; keys and images are in DynamoDB's own notation (`{"S": "…"}`), as functions get them. */
export const StreamRecord = z.looseObject({
  eventID: z.string(),
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.looseObject({
    ApproximateCreationDateTime: z.number().optional(),
    Keys: z.record(z.string(), z.unknown()),
    SequenceNumber: z.string(),
  }),
});
export type StreamRecord = z.infer<typeof StreamRecord>;
const Records = z.object({ Records: z.array(StreamRecord), NextShardIterator: z.string().optional() });

/** The server no longer has what a kept position points at. */
export class Trimmed extends Error {}

/** DynamoDB Streams' protocol, unsigned; its ordinary client would decode the images only for us to encode them again. */
export class StreamReader {
  readonly #endpoint: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  async streamOf(tableName: string): Promise<string> {
    const { Streams } = await this.#call('ListStreams', { TableName: tableName }, Stream);
    const arn = Streams.at(-1)?.StreamArn;
    if (!arn) throw new Error(`${tableName} has no stream`);
    return arn;
  }

  /** The shards, parents before their children. */
  async shards(streamArn: string): Promise<string[]> {
    const { StreamDescription } = await this.#call('DescribeStream', { StreamArn: streamArn }, Shards);
    return StreamDescription.Shards.map(({ ShardId }) => ShardId);
  }

  /** Where reading begins: after a sequence number, or at the oldest record there is. */
  async iterator(streamArn: string, shardId: string, after: string | undefined): Promise<string> {
    const at = after
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }
      : { ShardIteratorType: 'TRIM_HORIZON' };
    const request = { StreamArn: streamArn, ShardId: shardId, ...at };
    return (await this.#call('GetShardIterator', request, Iterator)).ShardIterator;
  }

  /** Some records, oldest first, and where to go on; the shard has ended when there is nowhere. */
  async read(iterator: string, limit: number): Promise<{ records: StreamRecord[]; next?: string }> {
    const answer = await this.#call('GetRecords', { ShardIterator: iterator, Limit: limit }, Records);
    return { records: answer.Records, next: answer.NextShardIterator };
  }

  async #call<T>(action: string, body: object, schema: z.ZodType<T>): Promise<T> {
    const { status, content } = await this.#post(action, JSON.stringify(body));
    if (status === 200) return schema.parse(JSON.parse(content));
    const message = `${action}: ${content}`;
    throw message.includes('TrimmedDataAccess') || message.includes('ExpiredIterator')
      ? new Trimmed(message)
      : new Error(message);
  }

  /** By the plain client: `fetch` costs several times as much, and this is asked many times a second under load. */
  #post(action: string, body: string): Promise<{ status?: number; content: string }> {
    const { promise, resolve, reject } = Promise.withResolvers<{ status?: number; content: string }>();
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'content-length': Buffer.byteLength(body),
      'x-amz-target': `DynamoDBStreams_20120810.${action}`,
      // The server looks whether there is a signature, not whether it is right.
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    };
    request(this.#endpoint, { method: 'POST', agent: this.#agent, headers }, (response) => {
      text(response).then((content) => resolve({ status: response.statusCode, content }), reject);
    })
      .once('error', reject)
      .end(body);
    return promise;
  }
}
