/** A member of the staff in short: their user name without the domain that all of them share. */
export const personName = (user: string): string => user.split('@')[0] || user;
