// A named import, so that bundles carry the version and not the whole file.
import { version } from '../package.json';

/** The version of CytoForge as `package.json` has it: `--version`, data sets and converted models record it. */
export const APP_VERSION: string = version;
