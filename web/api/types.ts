import type { Routes } from './routes.ts';

/** A route by its method and path: `GET /api/localities/{id}`. */
export type RouteName = keyof Routes;
export type ReadRoute = Extract<RouteName, `GET ${string}`>;

type Part = 'params' | 'query' | 'body' | 'version';
/** A part may be left out where the route takes none, or asks for nothing of what it takes. */
type IsOptional<Value> = undefined extends Value ? true : Record<never, never> extends Value ? true : false;

/** What a route is asked with; `version` is the one that was seen of what is to be changed. */
export type ApiRequest<Name extends RouteName> = {
  [P in Part as IsOptional<Routes[Name][P]> extends true ? never : P]: Routes[Name][P];
} & {
  [P in Part as IsOptional<Routes[Name][P]> extends true ? P : never]?: Routes[Name][P];
};

export type ApiResponse<Name extends RouteName> = Routes[Name]['answer'];
export type RequestBody<Name extends RouteName> = Routes[Name]['body'];

/** What the screens show, by the names people give to it. */
export type Locality = ApiResponse<'GET /api/localities'>['items'][number];
export type LocalityDetail = ApiResponse<'GET /api/localities/{id}'>;
export type Stage = ApiResponse<'GET /api/localities/{id}/stages'>['items'][number];
export type Visit = Stage['visits'][number];
export type Activity = Visit['activities'][number];
export type Step = NonNullable<Activity['steps']>[number];
export type Gate = ApiResponse<'GET /api/localities/{id}/gate'>;
export type Task = ApiResponse<'GET /api/tasks'>['items'][number];
export type Programme = ApiResponse<'GET /api/programmes/{programme}'>;
export type Profile = ApiResponse<'GET /api/me'>;
export type ActivityEntry = RequestBody<'PUT /api/localities/{id}/stages/{stage}/activities/{activity}'>;
export type Commitment = ApiResponse<'GET /api/commitments/{id}'>;
export type Plan = ApiResponse<'GET /api/plan'>;
export type PlanLine = Plan['lines'][number];
export type PrivacyRequest = ApiResponse<'GET /api/privacy-requests'>['items'][number];
export type Stakeholder = ApiResponse<'GET /api/stakeholders/{id}'>;
export type HistoryEntry = ApiResponse<'GET /api/localities/{id}/history'>['items'][number];
