import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import * as z from 'zod';
import { privateFile } from '../private-files.ts';
import { codeOf } from '../startup-error.ts';

const Kept = z.object({ signing: z.looseObject({ kty: z.string(), kid: z.string() }), cookies: z.string() });
type Kept = z.infer<typeof Kept>;

export const algorithm = 'RS256';

async function create(): Promise<Kept> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const kid = randomBytes(8).toString('hex');
  const signing = { ...(await exportJWK(privateKey)), kty: 'RSA', kid, alg: algorithm, use: 'sig' };
  return { signing, cookies: randomBytes(32).toString('base64url') };
}

async function keep(file: string): Promise<Kept> {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const created = await create();
    writeFileSync(file, JSON.stringify(created), privateFile);
    return created;
  }
}

/** The keys of this machine's sign-in; kept in a file, so that whoever is signed in stays so. */
export async function openKeys(file: string) {
  const { signing, cookies } = await keep(file);
  const { kty, kid, n, e } = z
    .looseObject({ kty: z.string(), kid: z.string(), n: z.string(), e: z.string() })
    .parse(signing);
  const verifying: JWK = { kty, kid, n, e, alg: algorithm, use: 'sig' };
  return {
    kid,
    /** With the private part. */
    signing,
    signingKey: await importJWK(signing, algorithm),
    verifyingKeys: createLocalJWKSet({ keys: [verifying] }),
    cookies,
  };
}
export type Keys = Awaited<ReturnType<typeof openKeys>>;
