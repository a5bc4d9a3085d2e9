import { expect, it } from 'vitest';
import { type Exchange, expectPublished } from '../support/published-contract.ts';

const problem = { type: '/problems/not-found', title: 'No encontrado', status: 404, detail: 'No existe.' };
const missing: Exchange = {
  method: 'GET',
  path: '/api/localities/anapra',
  sent: undefined,
  status: 404,
  type: 'application/problem+json; charset=utf-8',
  answered: problem,
};
const unmet: Exchange = {
  method: 'POST',
  path: '/api/localities/anapra/gate/reviews',
  sent: {},
  status: 409,
  type: 'application/problem+json',
  answered: {
    type: '/problems/criteria-unmet',
    title: 'Faltan requisitos',
    status: 409,
    detail: 'Vea lo que falta.',
    missing: [{ criterion: 'commitments', key: 'commitments', what: 'Faltan 12 compromisos' }],
  },
};
const profile: Exchange = {
  method: 'PUT',
  path: '/api/me',
  sent: { language: 'es' },
  status: 200,
  type: 'application/json; charset=utf-8',
  answered: { language: 'es', mails: 'daily', version: 2 },
};

it.each([
  ['a problem that the chain itself answers', missing],
  ['something missing that is about no activity', unmet],
  ['a body and what is answered to it', profile],
])('the description covers %s', (_, exchange) => {
  expect(() => expectPublished(exchange)).not.toThrow();
});

it.each([
  [
    'a field that is not in the description',
    { ...profile, answered: { language: 'es', mails: 'daily', version: 2, by: 'ana' } },
  ],
  ['a field that is not there', { ...profile, answered: { language: 'es' } }],
  ['a value of another kind', { ...profile, answered: { language: 'fr', mails: 'daily', version: 2 } }],
  ['a status of which nothing is said', { ...profile, status: 202 }],
  ['a media type of which nothing is said', { ...profile, type: 'text/html' }],
  [
    'a problem that the route does not name',
    { ...missing, answered: { ...problem, type: '/problems/four-eyes' } },
  ],
  [
    'a body that was accepted against the description',
    { ...profile, sent: { language: 'es', theme: 'dark' } },
  ],
])('the description is compared with %s', (_, exchange) => {
  expect(() => expectPublished(exchange)).toThrow('is not as published');
});
