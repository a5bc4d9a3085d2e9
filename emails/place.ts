/** A gate and where it stands, in the reader's language. */
export interface Place {
  locality: string;
  programme: string;
  stage: string;
  track?: string;
  visit: number;
}
