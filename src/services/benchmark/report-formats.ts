/** Files that results are written as. */
export const REPORT_FORMATS = ['html', 'csv', 'json'] as const;

/** One of them. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];
