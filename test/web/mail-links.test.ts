import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Route, Router, Switch } from 'wouter';
import { type GateKeys, MatterKind, type StaffMailKind, type StaffMailOf } from '../../domain/mail.ts';
import { accountPath, matterPath, todayPath } from '../../emails/app-links.ts';
import { staffMails } from '../../emails/kinds.ts';
import { placeOfTask } from '../../web/locality/addresses.ts';
import { stageRoute, tabRoute, tabs } from '../../web/locality/tabs.ts';
import { trackAnchor } from '../../web/locality/track-anchor.ts';
import { screens } from '../../web/screens.tsx';

const gate: GateKeys = { stage: 'plan de acción', track: 'línea/base' };
const text = { es: 'x', en: 'x' };
const about = {
  locality: { id: 'anapra', name: 'Anapra' },
  programme: text,
  stage: text,
  visit: 1,
  gate,
  decidedBy: 'bruno',
  reason: 'x',
};

/** An example of each kind of mail to staff. */
const mails: { [Kind in StaffMailKind]: StaffMailOf<Kind> } = {
  'stage-opened': { ...about, message: 'stage-opened', targetOn: '2026-12-05', requiredActivities: 1 },
  'review-requested': { ...about, message: 'review-requested', requestedBy: 'ana', fourEyes: true },
  'review-void': { ...about, message: 'review-void', requestedBy: 'ana', changedBy: 'luis' },
  'gate-decided': { ...about, message: 'gate-decided', outcome: 'hold' },
  'override-used': {
    ...about,
    message: 'override-used',
    overriddenBy: 'carla',
    expiresOn: '2027-01-31',
    unmet: [],
  },
  'programme-completed': {
    message: 'programme-completed',
    locality: about.locality,
    programme: text,
    completedOn: '2026-12-05',
  },
};
const pathOf = <Kind extends StaffMailKind>(kind: Kind) => staffMails[kind].path(mails[kind]);

/** Where in the app each leads, by the app's own routes. */
const places: Record<StaffMailKind, string> = {
  'stage-opened': stageRoute,
  'review-requested': stageRoute,
  'review-void': stageRoute,
  'gate-decided': stageRoute,
  'override-used': stageRoute,
  'programme-completed': tabRoute({ path: '' }),
};

/** The first of some routes that an address has, as the app itself chooses among them. */
function routeOf(path: string, routes: string[]): string {
  const choices = routes.map((route) => createElement(Route, { key: route, path: route }, route));
  const chosen = createElement(Switch, null, ...choices);
  // biome-ignore lint/correctness/noChildrenProp: the type of wouter's Router wants its children among the properties
  return renderToStaticMarkup(createElement(Router, { ssrPath: path, children: chosen }));
}

function tableOf<Key extends string, Value>(record: Record<Key, Value>): [Key, Value][] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys.map((key) => [key, record[key]]);
}

describe.each(tableOf(places))('the link of %s', (kind, place) => {
  const { pathname, hash } = new URL(pathOf(kind), 'https://etapas.example');

  it('is an address of the app: a locality, and within it the part that the mail tells of', () => {
    const ofApp = screens.map(({ path }) => path);
    expect(routeOf(pathname, ofApp)).toBe('/localities/:id/*?');
    expect(routeOf(pathname, [...tabs.map(tabRoute), stageRoute])).toBe(place);
  });

  it('names the track as the page does', () => {
    const anchor = place === stageRoute ? `#${encodeURIComponent(trackAnchor(gate.track) ?? '')}` : '';
    expect(hash).toBe(anchor);
  });
});

it.each(MatterKind.options)(
  'the link of a matter of a digest leads to where the app has %s: its part of the locality',
  (kind) => {
    const { pathname, hash } = new URL(
      matterPath({ kind, locality: about.locality, gate }),
      'https://etapas.example',
    );
    expect(
      routeOf(
        pathname,
        screens.map(({ path }) => path),
      ),
    ).toBe('/localities/:id/*?');
    const place = kind === 'commitment-due' ? 'matrix' : placeOfTask(kind);
    const route = place ? tabRoute({ path: place }) : stageRoute;
    expect(routeOf(pathname, [...tabs.map(tabRoute), stageRoute])).toBe(route);
    expect(hash).toBe(place ? '' : `#${encodeURIComponent(trackAnchor(gate.track) ?? '')}`);
  },
);

it('the other places of a digest are screens of the app', () => {
  for (const path of [todayPath, accountPath])
    expect(
      routeOf(
        path,
        screens.map((screen) => screen.path),
      ),
    ).toBe(path);
});

it('an address that the app does not have is led nowhere', () => {
  expect(
    routeOf(
      '/localidades/anapra',
      screens.map(({ path }) => path),
    ),
  ).toBe('');
});
