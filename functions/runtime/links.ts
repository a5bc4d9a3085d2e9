import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { isOver, longestLinkDays } from '../../domain/link-key.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import { User } from '../../domain/user.ts';
import { type LinkKey, linkKeyStore } from '../../store/link-keys.ts';
import type { Table } from '../../store/transaction.ts';
import type { Clock } from './clock.ts';

/** What a link is good for: a person's commitments, or the end of all mail to them. */
export type Audience = 'commitments' | 'unsubscribe';
/** Beside these, the feed of the agenda of a member of staff. */
export type LinkPurpose = Audience | 'agenda';

/** Whom a link stands for: a stakeholder, or of a feed a member of staff by user name. Raising `linkVersion` makes all their earlier links dead. */
export interface Holder {
  id: string;
  linkVersion: number;
}

/** What a link says when it is used. `refused` tells nothing of why. */
export type Reading = { state: 'valid' | 'expired'; holder: Holder } | { state: 'refused' };

export interface Links {
  /** The address of a page that is open to whoever holds it. */
  urlFor(audience: LinkPurpose, holder: Holder): Promise<string>;
}

/** Makes links and reads them. */
export interface LinkService extends Links {
  /** Who holds a token, if it was made here for this use. Whether it was revoked since is for the table to say. */
  read(audience: LinkPurpose, token: string): Promise<Reading>;
}

const algorithm = 'HS256';
const paths: Record<LinkPurpose, string> = { commitments: 'c', unsubscribe: 'u', agenda: 'agenda' };
const days: Record<LinkPurpose, number> = {
  commitments: 90,
  unsubscribe: longestLinkDays,
  agenda: longestLinkDays,
};
/** Calendars go by how an address ends. */
const endings: Record<LinkPurpose, string> = { commitments: '', unsubscribe: '', agenda: '.ics' };

/** Keys are read anew after this long, so that a key that was taken away stops working everywhere. */
const keysKeptFor = 300_000;
/** A key nobody has heard of is looked for this often at most: whoever makes up names for keys must not cost reads. */
const keysSoughtEvery = 10_000;
/** Ours have some 300 characters. */
const longestToken = 1_000;

const claimsFor = (sub: z.ZodType<string>) =>
  z
    .object({ sub, version: z.int().min(1) })
    .transform(({ sub: id, version }): Holder => ({ id, linkVersion: version }));
const ofStakeholder = claimsFor(StakeholderId);
const ofStaff = claimsFor(User);

interface LinkDependencies {
  table: Table;
  municipality: Pick<Municipality, 'id'>;
  /** Where the pages are: `https://etapas.juarez.example`. */
  publicUrl: string;
  clock: Clock;
}

/** The keys, read when they are needed. */
function keyRing(table: Table, clock: Clock) {
  const store = linkKeyStore(table);
  let kept: LinkKey[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  async function noOlderThan(milliseconds: number): Promise<LinkKey[]> {
    const now = clock().getTime();
    if (kept.length === 0 || now - readAt > milliseconds) {
      kept = await store.all();
      readAt = now;
    }
    return kept;
  }
  async function withVersion(version: number, age: number): Promise<LinkKey | undefined> {
    const keys = await noOlderThan(age);
    return keys.find((key) => key.version === version && !isOver(key, keys, clock()));
  }

  return {
    find: async (version: number) =>
      (await withVersion(version, keysKeptFor)) ?? withVersion(version, keysSoughtEvery),
    /** The key that signs; the first signature of all makes it. */
    async newest(): Promise<LinkKey> {
      const [known] = await noOlderThan(keysKeptFor);
      if (known) return known;
      await store.make(1, clock());
      const [made] = await noOlderThan(-1);
      if (!made) throw new Error('a key that was made must be there');
      return made;
    },
  };
}

/**
 * Links for people without an account: a JSON Web Token (RFC 7519) in the address, signed with HMAC SHA-256 by a key of
 * the municipality's table.
 */
export function linksOn({ table, municipality, publicUrl, clock }: LinkDependencies): LinkService {
  const keys = keyRing(table, clock);
  const base = publicUrl.replace(/\/+$/, '');

  async function urlFor(audience: LinkPurpose, { id, linkVersion }: Holder): Promise<string> {
    const { version, secret } = await keys.newest();
    const now = Math.floor(clock().getTime() / 1_000);
    const token = await new SignJWT({ version: linkVersion })
      .setProtectedHeader({ alg: algorithm, kid: String(version) })
      .setIssuer(municipality.id)
      .setAudience(audience)
      .setSubject(id)
      .setIssuedAt(now)
      .setExpirationTime(now + days[audience] * 86_400)
      .sign(secret);
    return `${base}/${paths[audience]}/${token}${endings[audience]}`;
  }

  /** The claims of a token that is ours, whole and for this use; `expired` when only its time is over. */
  async function claimsOf(audience: LinkPurpose, token: string) {
    const secret = async ({ kid }: { kid?: string }) => {
      const key = /^\d{1,6}$/.test(kid ?? '') ? await keys.find(Number(kid)) : undefined;
      if (!key) throw new errors.JWSSignatureVerificationFailed();
      return key.secret;
    };
    try {
      const { payload } = await jwtVerify(token, secret, {
        algorithms: [algorithm],
        issuer: municipality.id,
        audience,
        requiredClaims: ['sub', 'exp', 'version'],
        currentDate: clock(),
      });
      return { state: 'valid', payload } as const;
    } catch (error) {
      // The time is looked at last, so whatever else had been wrong would have been said instead.
      if (error instanceof errors.JWTExpired) return { state: 'expired', payload: error.payload } as const;
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  async function read(audience: LinkPurpose, token: string): Promise<Reading> {
    const known: { state: 'valid' | 'expired'; payload: JWTPayload } | undefined =
      token.length > longestToken ? undefined : await claimsOf(audience, token);
    const claims = audience === 'agenda' ? ofStaff : ofStakeholder;
    const holder = claims.safeParse(known?.payload).data;
    return known && holder ? { state: known.state, holder } : { state: 'refused' };
  }

  return { urlFor, read };
}
