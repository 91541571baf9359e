/** The name and version that bundles record as their converter. */
export const CONVERTER = 'cytoforge 0.1.0';
