/** The example data of the demo and the tests: one coherent invented household. */
export { exampleContacts, seed, type SeedOptions } from './seed.js';
export { demoPeople, testIdentities, type DemoPerson, type TestIdentity } from './people.js';
export { demoMunicipalities } from './municipalities.js';
export { demoHelp } from '../demo-settings.js';
