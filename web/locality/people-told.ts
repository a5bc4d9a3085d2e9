import type { LocalityDetail } from '../api/types.ts';
import type { Formats } from '../words/format.ts';

/** The coordinators who will be written to, as one phrase; empty where there are none. */
export const peopleTold = ({ coordinators }: LocalityDetail, formats: Formats) => formats.list(coordinators);
