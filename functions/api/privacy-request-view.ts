import type * as z from 'zod';
import { PrivacyRequest } from '../../domain/privacy-request.ts';

/** A request as it is shown. */
export const PrivacyRequestView = PrivacyRequest.omit({ revision: true });
export type PrivacyRequestView = z.infer<typeof PrivacyRequestView>;

/** @param names of people, by their ids: of who is recorded, the name is read anew each time */
export function privacyRequestView(
  { revision: _, ...request }: PrivacyRequest,
  names: ReadonlyMap<string, string>,
): PrivacyRequestView {
  const { stakeholder, name } = request;
  return { ...request, name: name ?? (stakeholder && names.get(stakeholder)) };
}
