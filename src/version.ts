/** The version of CytoForge, held to `package.json` by a test: data sets and converted models record it. */
export const APP_VERSION = '0.1.0';
