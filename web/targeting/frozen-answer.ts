import type { ApiResponse } from '../api/types.ts';

/** A frozen ranking, with what it was made from. */
export type FrozenAnswer = ApiResponse<'GET /api/targeting/rankings/{ranking}'>;
