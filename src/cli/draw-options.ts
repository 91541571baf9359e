import { type Command, Option } from 'commander';
import { numberArgument, pairArgument, sizeArgument } from './recipe-options.ts';
import { addStyleOptions } from './style-options.ts';

/** Adds where a mask is moved, the field it is drawn on, its noise, and what computes. */
export function addPlaceOptions(command: Command): Command {
  return command
    .option('--translate <x,y>', 'move the mask, in image widths', pairArgument)
    .option('--rotate <degrees>', 'turn the mask', numberArgument)
    .option('--canvas <WxH>', 'field to draw, in pixels of the mask model', sizeArgument)
    .addOption(
      new Option('--noise-mode <mode>', 'noise of StyleGAN2').choices(['const', 'random', 'none']),
    )
    .addOption(
      new Option('--backend <name>', 'what computes').choices(['wasm', 'cpu']).default('wasm'),
    );
}

/** Adds which model draws, and from where in its latent space. */
export function addLatentOptions(command: Command): Command {
  return command
    .option('--mask-model <path>', 'StyleGAN bundle or .pkl (default: the demo model)')
    .option('--trunc <psi>', 'truncation psi', numberArgument)
    .option('--cutoff <n>', 'how many w are truncated', numberArgument)
    .option('--class <n>', 'class, for models with classes', numberArgument);
}

/** Adds whether masks or images are made, by which model and in which styles. */
export function addWhatOptions(command: Command): Command {
  addStyleOptions(command);
  return command
    .addOption(
      new Option('--what <kind>', 'what to make').choices(['mask', 'image']).default('mask'),
    )
    .option('--image-model <path>', 'pix2pixHD bundle or .pth folder (default: the demo)')
    .option('--style-cluster <n>', 'one style for all instances', numberArgument);
}
