import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Caller } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { Role } from '../../domain/policies.ts';
import { shortFormIn, User, userIn } from '../../domain/user.ts';
import type { SentFile } from './route.ts';

/** In bytes; a larger JSON body is rejected before it is parsed. Every field has its own, smaller bound. */
const largestBody = 2 * 1024 * 1024;

/** API Gateway gives a claim that is a list as `[a b]`. */
const List = z
  .union([z.array(z.string()), z.string().transform((text) => text.replace(/^\[|\]$/g, '').split(/[\s,]+/))])
  .transform((items) => items.filter((item) => item !== ''));

const Claims = z.object({
  /** Access tokens carry it and identity tokens do not: only the former are accepted. */
  username: User,
  'cognito:groups': List.default([]),
  localities: List.default([]),
});

/**
 * The caller by the one name that is theirs in every form of it, from the claims of the token that API Gateway has verified; groups that are no role are left out.
 * @throws Problem `unauthorized` without such claims
 */
export function callerOf(
  event: Partial<HttpEvent>,
  municipality: Pick<Municipality, 'staffMailDomain'>,
): Caller {
  const { data } = Claims.safeParse(event.requestContext?.authorizer?.jwt?.claims);
  if (!data) throw new Problem('unauthorized');
  const user = userIn(municipality, data.username);
  return {
    user,
    shortForm: shortFormIn(municipality, user),
    roles: Role.options.filter((role) => data['cognito:groups'].includes(role)),
    localities: data.localities,
  };
}

const Subject = z.object({ sub: z.string().optional(), username: z.string() });

/**
 * Who asks, by the claims of their token, as logs may name them: by the `sub` of their token, which means something to the user pool alone. Where a provider
 * writes an address there, it is told apart by a digest of that.
 */
export function subjectOf(claims: unknown): string {
  const { sub, username } = Subject.parse(claims);
  if (sub !== undefined && !sub.includes('@')) return sub;
  return `sha256:${createHash('sha256')
    .update(sub ?? username)
    .digest('hex')
    .slice(0, 32)}`;
}

/**
 * The number in an `If-Match` header, such as `"7"`. The weak form `W/"7"` is accepted, since a proxy may have added it.
 * @throws Problem `invalid-request` for anything else
 */
export function versionOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (!version)
    throw new Problem('invalid-request', { errors: [{ path: 'If-Match', message: 'not-a-version' }] });
  return Number(version);
}

function bytesOf({ body = '', isBase64Encoded }: Partial<HttpEvent>, largest: number): Buffer {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > largest)
    throw new Problem('body-too-large', { errors: [{ path: 'body', message: `> ${largest} bytes` }] });
  return bytes;
}

/**
 * The body as a file.
 * @throws Problem `unsupported-media-type` for a type that the route does not take, `body-too-large` beyond `largest` bytes
 */
export function fileBody(
  event: Partial<HttpEvent>,
  { types, largest }: { types: readonly string[]; largest: number },
): SentFile {
  const bytes = bytesOf(event, largest);
  const [type = ''] = (event.headers?.['content-type'] ?? '').toLowerCase().split(';');
  if (!types.includes(type.trim()))
    throw new Problem('unsupported-media-type', {
      errors: [{ path: 'Content-Type', message: types.join(', ') }],
    });
  return { type: type.trim(), bytes };
}

/**
 * The body as JSON; `undefined` when there is none.
 * @throws Problem `unsupported-media-type`, `body-too-large`, or `invalid-request` for what is not JSON
 */
export function jsonBody(event: Partial<HttpEvent>): unknown {
  const { body, headers = {} } = event;
  if (!body) return undefined;
  const bytes = bytesOf(event, largestBody);
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(headers['content-type'] ?? 'application/json'))
    throw new Problem('unsupported-media-type');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new Problem('invalid-request', { errors: [{ path: 'body', message: 'not-json' }], cause });
  }
}
