import { ErrorResponse, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { store } from '../components/store.ts';
import type { Config } from '../config.ts';
import { connected } from '../offline/connection.ts';

/**
 * Who uses the app. `away`: nobody can be signed in without a network, but somebody was and did not sign out, so what
 * they saw last is shown. `expired`: their session ended while the app was open; what they do is held until they
 * have signed in again.
 */
export type Session =
  | { state: 'starting' | 'signed-out'; failed?: boolean }
  | { state: 'signed-in' | 'away' | 'expired'; subject: string };

export const session = store<Session>({ state: 'starting' });

/** Whose app this is, until they sign out; no token, no address. */
const rememberedAs = 'etapas.subject';

let manager: UserManager | undefined;
let renewed: { promise: Promise<void>; resolve(): void } | undefined;

function managerOf({ issuer, clientId }: Config): UserManager {
  const here = `${location.origin}/`;
  const tab = new WebStorageStateStore({ store: sessionStorage });
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: here,
    popup_redirect_uri: here,
    post_logout_redirect_uri: here,
    scope: 'openid profile email',
    // Tokens live as long as the tab does, and are not written where they outlive it.
    userStore: tab,
    stateStore: tab,
    automaticSilentRenew: true,
    popupWindowFeatures: { width: 480, height: 720 },
  });
}

function signedIn({ profile: { sub } }: User): void {
  localStorage.setItem(rememberedAs, sub);
  session.set({ state: 'signed-in', subject: sub });
  renewed?.resolve();
  renewed = undefined;
}

/** Whether this page is the one that the provider sends a person back to, and in which of the ways. */
const isReturn = () => /[?&](code|error)=/.test(location.search) && /[?&]state=/.test(location.search);
const isPopup = () => window.opener !== null && window.opener !== window;

/**
 * Finds out who uses the app, ends a sign-in that is under way, or begins one for somebody who has not signed out.
 * Answers false in the window of a sign-in: nothing else is to be shown there.
 */
export async function startSession(config: Config): Promise<boolean> {
  manager = managerOf(config);
  manager.events.addUserLoaded(signedIn);
  if (isReturn() && isPopup()) {
    await manager.signinPopupCallback();
    return false;
  }
  if (isReturn()) await finishSignIn(manager);
  else await resume(manager);
  return true;
}

async function finishSignIn(from: UserManager): Promise<void> {
  const cameFrom = await from.signinRedirectCallback().then(
    (user) => (typeof user.state === 'string' ? user.state : '/'),
    () => undefined,
  );
  history.replaceState(null, '', cameFrom ?? '/');
  // A return that fits no sign-in of this tab (a reload, an old link): whoever has a session goes on with it.
  if (cameFrom === undefined) await resume(from, true);
}

async function resume(from: UserManager, failed = false): Promise<void> {
  const known = await from.getUser();
  const subject = localStorage.getItem(rememberedAs);
  if (known && !known.expired) return signedIn(known);
  const renewal = known?.refresh_token ? await renew() : 'refused';
  if (renewal === 'renewed') return;
  if (subject && (renewal === 'unreached' || !connected.get())) {
    session.set({ state: 'away', subject });
    connected.subscribe(comeBack);
  } else if (subject && !failed) await signIn();
  else session.set({ state: 'signed-out', failed });
}

/** The network is back for somebody who began without it. */
function comeBack(): void {
  if (connected.get() && session.get().state === 'away') void signInAgain();
}

/** Goes to the provider's page, and comes back to where the person is now. */
export async function signIn(): Promise<void> {
  const here = location.pathname + location.search + location.hash;
  await manager?.signinRedirect({ state: here }).catch(() => {
    session.set({ state: 'signed-out', failed: true });
  });
}

/** Signs in beside the page, which stays as it is. @throws when there is no room for a window, or it was closed */
export async function signInBeside(): Promise<void> {
  const before = session.get();
  const user = await manager?.signinPopup();
  // Somebody else now: nothing of what is on the page is theirs.
  if (user && 'subject' in before && user.profile.sub !== before.subject) location.reload();
}

export async function signOut(): Promise<void> {
  localStorage.removeItem(rememberedAs);
  await manager?.signoutRedirect();
}

let renewal: Promise<'renewed' | 'refused' | 'unreached'> | undefined;

/** Asks for new tokens without the person, once at a time. */
function renew() {
  renewal ??= renewOnce().finally(() => {
    renewal = undefined;
  });
  return renewal;
}

async function renewOnce() {
  try {
    return (await manager?.signinSilent()) ? 'renewed' : 'refused';
  } catch (error) {
    return error instanceof ErrorResponse ? 'refused' : 'unreached';
  }
}

export async function accessToken(): Promise<string | undefined> {
  return (await manager?.getUser())?.access_token;
}

/** Resolves when there is a session again: by itself where it can be renewed, otherwise by the person. */
export async function signInAgain(): Promise<void> {
  const before = session.get();
  if (!('subject' in before)) return signIn();
  if (before.state !== 'expired') {
    if ((await renew()) === 'renewed') return;
    session.set({ state: 'expired', subject: before.subject });
  }
  renewed ??= Promise.withResolvers<void>();
  await renewed.promise;
}
