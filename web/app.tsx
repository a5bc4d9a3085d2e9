import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryClient } from './api/query-client.ts';
import { useStore } from './components/store.ts';
import type { Config } from './config.ts';
import { ConfigContext } from './config-context.ts';
import { session } from './session/session.ts';
import { SignInPage } from './session/sign-in-page.tsx';
import { SignedIn } from './session/signed-in.tsx';
import { formatsOf } from './words/format.ts';
import { currentTranslation } from './words/language.ts';
import { TranslationContext } from './words/use-translation.ts';

/** The whole app: in a language, for a municipality, for whoever is signed in. */
export function App({ config }: { config: Config }) {
  const translation = useStore(currentTranslation);
  const who = useStore(session);
  const { timeZone } = config.municipality;
  const said = useMemo(
    () => translation && { ...translation, formats: formatsOf(translation.language, timeZone) },
    [translation, timeZone],
  );
  if (!said || who.state === 'starting') return null;
  return (
    <ConfigContext value={config}>
      <TranslationContext value={said}>
        <QueryClientProvider client={queryClient}>
          {'subject' in who ? (
            <SignedIn key={who.subject} subject={who.subject} isExpired={who.state === 'expired'} />
          ) : (
            <SignInPage failed={who.failed ?? false} />
          )}
        </QueryClientProvider>
      </TranslationContext>
    </ConfigContext>
  );
}
