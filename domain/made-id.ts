/** Whether an id is of the form in which Etapas makes those of localities and people: no other is taken over from a file. */
export const isMadeId = (id: string): boolean => /^[0-9a-z]{9}-[0-9a-z]{10,20}$/.test(id);
