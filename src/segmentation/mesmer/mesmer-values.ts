import type {
  MesmerCompartment,
  MesmerConfig,
} from '../../checkpoints/bundle/segmenter-configs.ts';
import { CytoForgeError } from '../../errors.ts';
import type { DeepWatershedOptions } from '../../imaging/mesmer/deep-watershed.ts';

/** What Mesmer takes for a maximum unless told, by compartment. */
const MAXIMA_THRESHOLDS: Record<MesmerCompartment, number> = { 'whole-cell': 0.075, nuclear: 0.1 };

type Values = Readonly<Record<string, number | string | boolean>>;

/** A compartment, and the pair of heads that says where its objects are. */
export interface ChosenCompartment {
  compartment: MesmerCompartment;
  pair: number;
}

/**
 * The compartment that is asked for.
 * @throws CytoForgeError `bad-option` for one that the model does not know.
 */
export function chosenCompartment(
  { compartments }: MesmerConfig,
  values: Values,
): ChosenCompartment {
  const inOrder = values.swap_outputs === true ? [...compartments].reverse() : compartments;
  const wanted =
    values.compartment === 'auto' ? compartments[0] : (values.compartment as MesmerCompartment);
  const pair = inOrder.indexOf(wanted);
  if (pair >= 0) return { compartment: inOrder[pair], pair };
  throw new CytoForgeError('bad-option', 'The model does not outline this compartment.', {
    where: 'compartment',
    found: wanted,
    expected: compartments.join(', '),
  });
}

/** Settings of the watershed. */
export function watershedOptions(
  compartment: MesmerCompartment,
  values: Values,
): DeepWatershedOptions {
  return {
    radius: Number(values.radius),
    maximaThreshold: Number(values.maxima_threshold) || MAXIMA_THRESHOLDS[compartment],
    maximaAlgorithm: values.maxima_algorithm as DeepWatershedOptions['maximaAlgorithm'],
    maximaSmooth: Number(values.maxima_smooth),
    interiorSmooth: Number(values.interior_smooth),
    interiorThreshold: Number(values.interior_threshold),
    pixelExpansion: Number(values.pixel_expansion),
    labelErosion: Number(values.label_erosion),
    smallObjectsThreshold: Number(values.small_objects_threshold),
    fillHolesThreshold: Number(values.fill_holes_threshold),
  };
}
