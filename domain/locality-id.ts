import * as z from 'zod';

export const LocalityId = z.string().regex(/^[0-9a-z-]{1,60}$/, 'is not the id of a locality');
