import type { Unit } from '../catalogue.js';
export const templates: Record<string, Unit> = {};
