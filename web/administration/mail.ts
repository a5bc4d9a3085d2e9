import type { ApiResponse } from '../api/types.ts';

export type Mail = ApiResponse<'GET /api/mail'>;
export type WaitingMail = Mail['waiting'][number];
