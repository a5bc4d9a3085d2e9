import * as z from 'zod';

/** The groups of people that a token can name. */
export const Role = z.enum(['administrator', 'coordinator', 'viewer']);
export type Role = z.infer<typeof Role>;

/**
 * How far a role reaches. `all`: to everything. `own`: to the localities that name the caller as coordinator or that the
 * token opens to them, and to what belongs to those. `assigned`: to the localities that the token names, or to all when
 * it names none. `none`: refused.
 */
export type Reach = 'all' | 'own' | 'assigned' | 'none';

/** Who may do one thing. Every role is named, so that a new one is decided upon wherever it could matter. */
export type Policy = Readonly<Record<Role, Reach>>;

/** What is the same for the whole installation, or filtered by what the caller may read. */
const everybody: Policy = { administrator: 'all', coordinator: 'all', viewer: 'all' };
/** To look at a locality and at what belongs to it. */
const readers: Policy = { administrator: 'all', coordinator: 'own', viewer: 'assigned' };
/** To change a locality and what belongs to it. */
const editors: Policy = { administrator: 'all', coordinator: 'own', viewer: 'none' };
/** To make what belongs to no locality yet, and to read what viewers are not shown. */
const staff: Policy = { administrator: 'all', coordinator: 'all', viewer: 'none' };
/** To look after the installation. */
const administrators: Policy = { administrator: 'all', coordinator: 'none', viewer: 'none' };

/**
 * Who may do what: entity, what is done to it, role, and the role's relation to the locality. The routes and the app's
 * controls read this table; there is no other. What is written nowhere here cannot be asked of a route.
 */
export const policies = {
  programme: { read: everybody },
  questionnaire: { read: everybody },
  catalogue: { read: everybody },
  profile: { read: everybody, edit: everybody },
  locality: {
    list: everybody,
    read: readers,
    create: staff,
    edit: editors,
    resume: editors,
    handOver: administrators,
  },
  activity: { record: editors },
  /** `override`: to ask for a review although criteria are unmet, and to answer for it. */
  gate: { read: readers, requestReview: editors, override: administrators, decide: editors },
  history: { read: readers },
  dossier: { print: readers },
  portfolio: { read: everybody },
  task: { list: everybody, finish: editors },
  stakeholder: {
    list: everybody,
    read: readers,
    /** Viewers see who somebody is, not how to write to them. */
    readAddress: staff,
    create: staff,
    edit: editors,
    erase: editors,
    revokeLinks: editors,
    /** Everything that is kept of a person, as the law lets them ask for it. */
    exportKept: administrators,
  },
  /** What people ask for about their data; only who may see all that is kept of them answers it. */
  privacyRequest: { record: staff, read: administrators, answer: administrators },
  commitment: { rollUp: everybody, read: readers, create: editors, edit: editors },
  /** Of a locality, and of the municipality's own work, which everybody may read. */
  plan: {
    read: everybody,
    readLocality: readers,
    edit: editors,
    editMunicipal: administrators,
    record: editors,
    recordMunicipal: administrators,
    /** Breakdown cells in which people are few enough to be recognised. */
    readSmallCells: staff,
  },
  /** Sums of the plans that the caller may read. */
  summary: { read: everybody },
  /** As plans: of a locality, and of the municipality. */
  session: { read: everybody, readLocality: readers, edit: editors, editMunicipal: administrators },
  group: { read: everybody, readLocality: readers, edit: editors, editMunicipal: administrators },
  /** Filtered by what the caller may read; a feed of it is one's own. */
  agenda: { read: everybody, feed: everybody },
  evidence: { read: readers, upload: editors, remove: editors },
  table: { import: staff, export: everybody },
  survey: { read: readers, readRows: editors, import: editors },
  /** Which of them somebody sees, and how much, is in `targeting/ranking-access.ts`. */
  ranking: { read: everybody, readSmallCounts: staff, prepare: staff, freeze: editors },
  installation: { read: administrators },
  mail: { read: administrators, release: administrators },
  audit: { read: administrators },
  sweep: { run: administrators },
} as const satisfies Record<string, Record<string, Policy>>;

/** Whose roles are asked about. */
interface RoleHolder {
  roles: readonly Role[];
}

/** Whether one of the roles reaches anything at all under the policy; a caller without any role never does. */
export const may = (policy: Policy, { roles }: RoleHolder): boolean =>
  roles.some((role) => policy[role] !== 'none');

/** Whether one of the roles reaches everything under the policy, whichever locality it belongs to. */
export const mayEverywhere = (
  policy: Policy,
  { roles, localities }: RoleHolder & { localities: readonly string[] },
): boolean =>
  roles.some((role) => policy[role] === 'all' || (policy[role] === 'assigned' && localities.length === 0));

/** The roles that reach anything under the policy, in the order of `Role`. */
export const rolesOf = (policy: Policy): Role[] => Role.options.filter((role) => policy[role] !== 'none');
