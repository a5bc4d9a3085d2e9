import type { PrivacyRequestKind } from '../../domain/privacy-request.ts';

/** What somebody asks for about their data, within a sentence. */
export const privacyRequestKinds = {
  access: 'acceso a sus datos',
  rectification: 'rectificación de sus datos',
  cancellation: 'cancelación de sus datos',
  opposition: 'oposición al uso de sus datos',
} satisfies Record<PrivacyRequestKind, string>;
