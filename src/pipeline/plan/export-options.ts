import type { ExportOptions } from '../../dataset/export-dataset.ts';
import type { SampleRecipe } from '../recipe.ts';
import type { DatasetPlan } from './dataset-plan.ts';

/** What of an export its plan decides; the page and the command line run it alike. */
export function exportOptions(
  plan: DatasetPlan,
  appVersion: string,
): Pick<
  ExportOptions<SampleRecipe>,
  'appVersion' | 'bundles' | 'plan' | 'gates' | 'layouts' | 'report' | 'classOf'
> {
  const { bundles, gates, layouts, report, fileName, ...rest } = plan;
  return {
    appVersion,
    bundles,
    // What a real set was measured to be stands in the report.
    plan: { ...rest, gates, layouts, report: report && { language: report.language } },
    gates,
    layouts,
    report: report && { ...report, name: fileName },
    classOf: ({ classIndex }) => classIndex,
  };
}
