import type { Standing } from './entry.ts';
import { standings } from './entry.ts';

export type View = 'board' | 'table' | 'map';
export const views: readonly View[] = ['board', 'table', 'map'];

export type Column = 'name' | 'stage' | 'standing' | 'due' | 'population' | 'coordinators';
export const columns: readonly Column[] = ['name', 'stage', 'standing', 'due', 'population', 'coordinators'];

export interface Sort {
  by: Column;
  descending: boolean;
}

/** What of the portfolio is looked at, and how: all of it is in the address, so that a link shows the same. */
export interface Asked {
  view: View;
  sort: Sort;
  /** What the map's colours stand for. */
  colours: 'stage' | 'standing';
  /** Part of the name or code. */
  q: string;
  programme?: string;
  stage?: string;
  standing?: Standing;
  coordinator?: string;
}

/** How many filters are in use; the board always looks at one programme, and at all of its stages. */
export const filtersIn = ({ view, programme, stage, standing, coordinator }: Asked): number =>
  [programme, view !== 'board' && stage, standing, coordinator].filter(Boolean).length;

const soonest: Sort = { by: 'due', descending: false };
export const everything: Asked = { view: 'board', sort: soonest, colours: 'stage', q: '' };

const oneOf = <Value extends string>(values: readonly Value[], text: string | null) =>
  values.find((value) => value === text);

function sortIn(text: string | null): Sort {
  const by = oneOf(columns, text?.replace(/^-/, '') ?? null);
  return by ? { by, descending: text?.startsWith('-') ?? false } : soonest;
}

/** What an address asks for; what it says amiss counts as not said. */
export function askedIn(search: string): Asked {
  const said = new URLSearchParams(search);
  return {
    view: oneOf(views, said.get('view')) ?? everything.view,
    sort: sortIn(said.get('sort')),
    colours: oneOf(['stage', 'standing'], said.get('colours')) ?? everything.colours,
    q: said.get('q') ?? '',
    programme: said.get('programme') || undefined,
    stage: said.get('stage') || undefined,
    standing: oneOf(standings, said.get('standing')),
    coordinator: said.get('coordinator') || undefined,
  };
}

/** The address of what is asked for; what goes without saying is not in it. */
export function addressOf({ sort, ...asked }: Asked): string {
  const said = new URLSearchParams();
  const usual: Record<string, string | undefined> = {
    ...everything,
    sort: soonest.by,
  };
  const sorted = `${sort.descending ? '-' : ''}${sort.by}`;
  for (const [name, value] of Object.entries({ ...asked, sort: sorted }))
    if (value && value !== usual[name]) said.set(name, value);
  return said.size > 0 ? `/localities?${said}` : '/localities';
}
