/** The address of a part of the administration; the first part has none of its own. */
export const placeOf = (path = '') => (path ? `/administration/${path}` : '/administration');
