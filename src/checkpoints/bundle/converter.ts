import { APP_VERSION } from '../../version.ts';

/** The name and version that bundles record as their converter. */
export const CONVERTER = `cytoforge ${APP_VERSION}`;
