import { describe, expect, it } from 'vitest';
import { DEFAULT_PRIMARY_SETTINGS } from '../primary-settings.ts';
import { DEFAULT_SECONDARY_SETTINGS } from '../secondary-settings.ts';
import { DEFAULT_THRESHOLD_SETTINGS } from '../threshold-settings.ts';
import { EXAMPLE_FLY } from './fixtures/example-fly.ts';
import { identifySteps } from './identify-steps.ts';
import { parsePipeline } from './parse-pipeline.ts';

const steps = (text: string) => identifySteps(parsePipeline(text));

/** The pipeline with another value of a setting of its primary module. */
const changed = (from: string, to: string) => EXAMPLE_FLY.replace(from, to);

function refusal(text: string) {
  try {
    steps(text);
    return null;
  } catch (error) {
    return error;
  }
}

describe('identifySteps', () => {
  it('reads the Identify modules of a real pipeline', () => {
    const { steps: found, imageNames, leftOut } = steps(EXAMPLE_FLY);
    expect(imageNames).toEqual(['OrigBlue', 'OrigGreen']);
    expect(leftOut.map(({ name }) => name)).toContain('Crop');
    const [primary, secondary] = found;
    expect(primary).toMatchObject({
      kind: 'primary',
      objectsName: 'Nuclei',
      imageName: 'OrigBlue',
    });
    expect(primary.settings).toEqual({
      ...DEFAULT_PRIMARY_SETTINGS,
      unclumpMethod: 'Shape',
      watershedMethod: 'Shape',
      maximaSuppressionSize: 5,
      fillHoles: 'After declumping only',
      useAdvanced: true,
      threshold: {
        ...DEFAULT_THRESHOLD_SETTINGS,
        adaptiveMethod: 'Otsu',
        otsuClasses: 'Three classes',
        middleClass: 'Background',
        adaptiveWindow: 10,
      },
    });
    expect(secondary).toMatchObject({
      kind: 'secondary',
      primaryName: 'Nuclei',
      objectsName: 'Cells',
      imageName: 'OrigGreen',
      keptPrimaryName: null,
    });
    expect(secondary.settings).toEqual({
      ...DEFAULT_SECONDARY_SETTINGS,
      threshold: {
        ...DEFAULT_SECONDARY_SETTINGS.threshold,
        adaptiveMethod: 'Otsu',
        adaptiveWindow: 10,
      },
    });
  });

  it('reads version 12 of the threshold, with its logarithm', () => {
    const text = EXAMPLE_FLY.replaceAll('version:11', 'version:12').replaceAll(
      /(Two-class or three-class thresholding\?:.*)/g,
      '$1\n    Log transform before thresholding?:Yes',
    );
    const [primary, secondary] = steps(text).steps;
    expect(primary.settings.threshold.logTransform).toBe(true);
    expect(secondary.settings.threshold.middleClass).toBe('Foreground');
  });

  it('reads version 10 of the threshold, whose three classes were those of logarithms', () => {
    const text = EXAMPLE_FLY.replaceAll('version:11', 'version:10').replaceAll(
      'Thresholding method:Minimum Cross-Entropy',
      'Thresholding method:Otsu',
    );
    const [primary, secondary] = steps(text).steps;
    expect(primary.settings.threshold).toMatchObject({ globalMethod: 'Otsu', logTransform: true });
    expect(secondary.settings.threshold.logTransform).toBe(false);
    const robust = text.replaceAll('method:Otsu', 'method:RobustBackground');
    expect(steps(robust).steps[0].settings.threshold.globalMethod).toBe('Robust Background');
  });

  it('passes over disabled modules', () => {
    const text = EXAMPLE_FLY.replace(
      /(IdentifySecondaryObjects:.*)enabled:True/,
      '$1enabled:False',
    );
    expect(steps(text).steps).toHaveLength(1);
  });

  it.each([
    ['revision_number:14', 'revision_number:9', 'A module of the pipeline is of another revision.'],
    [
      'setting version:11',
      'setting version:4',
      'The pipeline’s threshold settings are of another version.',
    ],
    [':10,40', ':40,10', 'A setting of the pipeline cannot be used here.'],
    [
      'clumped objects:Shape',
      'clumped objects:Laplacian of Gaussian',
      'A setting of the pipeline cannot be used here.',
    ],
    [
      'method:Minimum Cross-Entropy',
      'method:Measurement',
      'A setting of the pipeline cannot be used here.',
    ],
    [
      'input objects:Nuclei',
      'input objects:Rings',
      'The pipeline grows objects that are not identified here.',
    ],
    [
      'Crop:[module_num:5',
      'CorrectIlluminationApply:[module_num:5',
      'The pipeline changes the image before objects are identified.',
    ],
  ])('says what it cannot run (%s → %s)', (from, to, message) => {
    expect(refusal(changed(from, to))).toMatchObject({ code: 'unsupported', message });
  });

  it('names the module and the setting', () => {
    expect(
      refusal(changed('border of the image?:Yes', 'border of the image?:Perhaps')),
    ).toMatchObject({
      details: {
        where:
          'IdentifyPrimaryObjects (module 8): Discard objects touching the border of the image?',
        found: 'Perhaps',
      },
    });
  });

  it('refuses a module that ends too soon', () => {
    const text = EXAMPLE_FLY.replace(/ {4}# of deviations:2\n {4}Thresholding method:Otsu\n/, '');
    expect(refusal(text)).toMatchObject({ code: 'truncated' });
  });

  it('refuses a pipeline without Identify modules', () => {
    const text = EXAMPLE_FLY.replaceAll(/^Identify\w+Objects:/gm, 'MeasureImageQuality:');
    expect(refusal(text)).toMatchObject({
      code: 'unsupported',
      message: 'The pipeline identifies no objects.',
    });
  });
});
