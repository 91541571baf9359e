import { type Command, Option } from 'commander';
import type { Pix2PixHdConfig } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';
import { RESIZE_MODES, type ResizeOrCrop } from '../nn/pix2pixhd/preprocess.ts';
import { type Scaling, scalingOfModel } from '../pipeline/scaling.ts';
import { numberArgument } from './recipe-options.ts';

/** The original's options of the same names. */
export interface ScalingOptions {
  resizeOrCrop?: ResizeOrCrop;
  loadSize?: number;
  fineSize?: number;
}

/** Adds the options to a command. */
export function addScalingOptions(command: Command): void {
  command
    .addOption(
      new Option('--resize-or-crop <mode>', "to the network's size (default: as trained)").choices(
        RESIZE_MODES,
      ),
    )
    .option('--load-size <pixels>', 'side that is scaled to (default: as trained)', numberArgument)
    .option('--fine-size <pixels>', 'side of a crop (default: as trained)', numberArgument);
}

function checkSide(option: string, side: number): void {
  if (Number.isInteger(side) && side >= 1 && side <= 16_384) return;
  throw new CytoForgeError('bad-option', 'A side is a whole number of pixels.', {
    where: option,
    found: String(side),
    expected: '1 to 16384',
  });
}

/**
 * The model's own scaling with the options laid over it.
 * @throws CytoForgeError `bad-option`.
 */
export function scalingOf(config: Pix2PixHdConfig, options: ScalingOptions): Scaling {
  const trained = scalingOfModel(config);
  const scaling = {
    mode: options.resizeOrCrop ?? trained.mode,
    loadSize: options.loadSize ?? trained.loadSize,
    fineSize: options.fineSize ?? trained.fineSize,
  };
  if (/resize|scale/.test(scaling.mode)) checkSide('--load-size', scaling.loadSize);
  if (scaling.mode.endsWith('crop')) checkSide('--fine-size', scaling.fineSize);
  return scaling;
}
