/** The keys of the six stages of Convivir Mejor, in their order. */
export const stagesOfConvivirMejor = [
  'capacity-building',
  'territorial-targeting',
  'community-involvement',
  'community-action-plan',
  'implementation',
  'strategy-evaluation',
];

/** What the source calls them, in English. */
export const stageNamesOfConvivirMejor = [
  'Capacity building',
  'Territorial targeting',
  'Community involvement',
  'Community action plan',
  'Implementation',
  'Strategy evaluation',
];
