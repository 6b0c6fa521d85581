import type { ServiceType } from '../backend/types.js';

/** The picture of each service: one line in a box of 24 by 24. It says no more than the name beside it. */
export const SERVICE_LINES: Record<ServiceType, string> = {
  'home-care': 'M4 11 12 4l8 7v9h-5v-5H9v5H4z',
  'practical-help': 'M5 9h14l-2 11H7zc0-8 14-8 14 0',
  physiotherapy: 'M14 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4M5 11l5-2 4 3h5m-9-3-1 6 4 2v4m-4-6-5 5',
  'personal-assistance':
    'M8 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6M2 20c0-9 12-9 12 0m2-13a2 2 0 1 1 0 5m2 3c3 0 4 2 4 5',
  'mental-health': 'M12 20S4 15 4 9a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11z',
  'occupational-therapy': 'M9 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4m0 4v6h6l3 6h3M6 12a5 5 0 1 0 8 6',
  'health-centre': 'M9 4h6v5h5v6h-5v5H9v-5H4V9h5z',
  vaccination: 'm4 20 4-4m8-12 4 4m-2-2-3 3M8 11l5 5-4 1-2-2zm5-5 5 5-5 5-5-5z',
  'emergency-clinic': 'M3 17V7h11v10m0-7h4l3 4v3H3m2 0v3h3v-3m8 0v3h3v-3M6 11h5M8 9v5',
  other: 'M5 4h4l2 5-3 2 5 5 2-3 5 2v4C10 22 3 14 5 4z',
};
