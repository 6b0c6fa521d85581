export { tabStorage } from '../backend/platform.js';
