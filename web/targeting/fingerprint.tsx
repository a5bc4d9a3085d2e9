import { useQuery } from '@tanstack/react-query';
import { canonical } from '../../domain/targeting/canonical.ts';
import { RankingRequest } from '../../domain/targeting/ranking-request.ts';
import { Notice } from '../components/notice.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { FrozenAnswer } from './frozen-answer.ts';

/** SHA-256, hexadecimal. */
async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The hash that a ranking was frozen with, reckoned anew from what is shown. */
export function Fingerprint({ frozen: { id, hash, request } }: { frozen: FrozenAnswer }) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const { data: isSame } = useQuery({
    queryKey: ['fingerprint', id, hash],
    queryFn: async () => (await digest(canonical(RankingRequest.parse(request)))) === hash,
  });
  return (
    <section className="card stack-close" aria-labelledby="hash">
      <h2 id="hash">{said.hash}</h2>
      <p>{said.hashText}</p>
      <p>
        <code className="hash">{hash}</code>
      </p>
      {isSame !== undefined && (
        <Notice tone={isSame ? 'good' : 'problem'}>
          <p>{isSame ? said.hashMatches : said.hashDiffers}</p>
        </Notice>
      )}
    </section>
  );
}
