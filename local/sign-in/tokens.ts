import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { algorithm, type Keys } from './keys.ts';
import type { Person } from './people.ts';

/** The claims a Cognito access token has. */
export const claimsOf = ({ user, role, localities }: Person) => ({
  username: user,
  'cognito:groups': [role],
  token_use: 'access',
  ...(localities && { localities }),
});

const Claims = z.looseObject({
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  client_id: z.string().optional(),
  scope: z.string().default(''),
  /** Until when it is good, in seconds. */
  exp: z.number(),
});
export type Claims = z.infer<typeof Claims>;

/** More people than use one machine. */
const mostRemembered = 500;

/**
 * Signs and checks access tokens. Their times are the machine's own, not the movable clock's: a jump of half a year
 * must not sign everybody out.
 */
export function tokensOf(keys: Keys, issuer: string, clientId: string) {
  // A signature stays right: it is checked once, and after that only whether the token is still good.
  const checked = new Map<string, Claims>();
  const check = async (token: string): Promise<Claims> => {
    const known = checked.get(token);
    if (known && known.exp * 1000 > Date.now()) return known;
    const { payload } = await jwtVerify(token, keys.verifyingKeys, { issuer, algorithms: [algorithm] });
    const claims = Claims.parse(payload);
    if (checked.size >= mostRemembered) checked.clear();
    checked.set(token, claims);
    return claims;
  };

  return {
    /** A token for scripts, good for a day. */
    sign: (person: Person): Promise<string> =>
      new SignJWT({ ...claimsOf(person), client_id: clientId, scope: 'openid profile email' })
        .setProtectedHeader({ alg: algorithm, kid: keys.kid })
        .setIssuer(issuer)
        .setSubject(person.user)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime('24h')
        .sign(keys.signingKey),
    /** The claims of a token that API Gateway's authorizer would take for this audience; nothing otherwise. */
    async verify(token: string, audience: string[]): Promise<Claims | undefined> {
      try {
        const claims = await check(token);
        const meant = [claims.aud ?? claims.client_id ?? []].flat();
        return meant.some((one) => audience.includes(one)) ? claims : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
export type Tokens = ReturnType<typeof tokensOf>;
