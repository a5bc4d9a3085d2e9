import type { IncomingMessage } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Language } from '../../domain/language.ts';
import { Role } from '../../domain/policies.ts';
import { localWords } from '../../words/languages.ts';
import { html, page } from '../html.ts';
import { type Exchange, HttpProblem, readBody, sendPage } from '../http/exchange.ts';
import { Person } from './people.ts';
import { SessionNotFound } from './provider.ts';

/**
 * No `form-action`: browsers apply it to the redirects after the form too, and those lead back to the app, wherever
 * it was served from.
 */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

function signInPage(people: Person[], language: Language): string {
  const words = localWords[language];
  const groups = Role.options.map((role) => {
    const buttons = people
      .filter((person) => person.role === role)
      .map(
        ({ user }) => html`<li><form method="post"><input type="hidden" name="user" value="${user}">
<input type="hidden" name="role" value="${role}"><button>${user}</button></form></li>`,
      );
    return html`<h2>${words.roles[role]}</h2><ul class="people">${buttons}</ul>`;
  });
  const options = Role.options.map((role) => html`<option value="${role}">${words.roles[role]}</option>`);
  const content = html`<p>${words.signInHint}</p>${groups}<h2>${words.otherUser}</h2><form method="post">
<label>${words.user} <input name="user" required maxlength="128" autocomplete="off" spellcheck="false"></label>
<label>${words.role} <select name="role">${options}</select></label><button>${words.enter}</button></form>`;
  return page(language, words.signIn, content);
}

export interface SignIn {
  provider: Provider;
  /** Whom the page offers at the moment. */
  people: () => Promise<Person[]>;
  remember: (person: Person) => void;
}

/** The page of a sign-in under way: shows whom one may be, and takes the choice. */
async function interact(exchange: Exchange, { provider, people, remember }: SignIn) {
  const { request, response, method, messages, language } = exchange;
  await provider.interactionDetails(request, response).catch((error: unknown) => {
    throw error instanceof SessionNotFound
      ? new HttpProblem(400, 'sign-in-over', messages.signInOver)
      : error;
  });
  if (method !== 'POST') return sendPage(exchange, signInPage(await people(), language), policy);
  const form = new URLSearchParams((await readBody(exchange, 10_000)).toString());
  const person = Person.safeParse({ user: form.get('user')?.trim(), role: form.get('role') });
  if (!person.success) return sendPage(exchange, signInPage(await people(), language), policy);
  remember(person.data);
  await provider.interactionFinished(request, response, { login: { accountId: person.data.user } });
}

/** Serves everything under `/oidc`. */
export async function answerSignIn(exchange: Exchange, signIn: SignIn) {
  const { request, response, url } = exchange;
  if (url.pathname.startsWith('/oidc/interaction/')) return interact(exchange, signIn);
  const mounted: IncomingMessage = Object.assign(request, {
    originalUrl: request.url,
    url: request.url?.slice('/oidc'.length) || '/',
  });
  await signIn.provider.callback()(mounted, response);
}
