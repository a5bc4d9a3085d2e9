import type { PrivacyRequestKind } from '../../domain/privacy-request.ts';

/** What somebody asks for about their data, within a sentence. */
export const privacyRequestKinds = {
  access: 'access to their data',
  rectification: 'rectification of their data',
  cancellation: 'cancellation of their data',
  opposition: 'opposition to the use of their data',
} satisfies Record<PrivacyRequestKind, string>;
