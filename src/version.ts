/** The version in package.json: a test holds them together. What shares a page's care client is of one version. */
export const VERSION = '0.1.0';
