import type { Activity } from '../api/types.ts';

export type Evidence = Activity['evidence'];
export type Link = { title: string; url: string };

/** The documents that a form holds, and the one that is being written down in it. */
export interface Documents {
  evidence: Evidence;
  link: Link;
}

export const noLink: Link = { title: '', url: '' };
export const isAddress = (url: string) => /^https?:\/\/\S+\.\S+/.test(url.trim());
/** Whether a document that is written down can be found by what was written. */
export const isLink = ({ title, url }: Link) => title.trim() !== '' && isAddress(url);
export const isNamed = ({ title }: Evidence[number]) => title.trim() !== '';
const isBegun = ({ title, url }: Link) => title.trim() !== '' || url.trim() !== '';

/** Whether they can be saved as they stand. */
export const areRight = ({ evidence, link }: Documents) =>
  evidence.every(isNamed) && (!isBegun(link) || isLink(link));

/** The documents that are to be saved: one that was written down and not added yet is meant all the same. */
export const evidenceMeant = ({ evidence, link }: Documents): Evidence =>
  (isBegun(link) ? [...evidence, { ...link, url: link.url.trim() }] : evidence).map((one) => ({
    ...one,
    title: one.title.trim(),
  }));
