/**
 * Names of the networks on a bench, as the frame API calls them: how a layer's sites are tied; how two tasks share a
 * trunk; what becomes of a trunk that is lent; how a start for tasks to come is found.
 */
export const NETWORK_IDS = [
  'shared',
  'grouped',
  'independent',
  'hard',
  'soft',
  'separate',
  'fine-tuned',
  'frozen',
  'scratch',
  'random',
  'reptile',
  'pretrained',
] as const;

export type NetworkId = (typeof NETWORK_IDS)[number];

/** Networks that differ in how the sites of a layer are tied. */
export type TiedNetworkId = Extract<NetworkId, 'shared' | 'grouped' | 'independent'>;
