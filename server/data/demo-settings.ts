/** Where the demo's municipality says to get help. */
import type { LocalText } from '../storage/storage.js';
import { words } from './words.js';

/** 800HELSE, the national number. */
export const demoHelp: { phone: string; label: LocalText } = {
  phone: '800 43 573',
  label: words('800HELSE (800 43 573)', '800HELSE (800 43 573)', '800HELSE (800 43 573)'),
};
