/** A field after an edit, which may say nothing of it (`undefined`) or take it away (`null`). */
export const applyPatch = <T>(said: T | null | undefined, before: T | undefined): T | undefined =>
  said === undefined ? before : (said ?? undefined);
