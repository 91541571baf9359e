import packageJson from '../../package.json' with { type: 'json' };

/** The version of this program, as `--version` and data sets give it. */
export const APP_VERSION: string = packageJson.version;
