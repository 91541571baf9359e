/** The tour of the first visit. */
export const tour = {
  restart: 'Take the tour',
  seedTitle: 'Pick a seed',
  seedText:
    'Every seed is another sample: a mask of cells and its fluorescence image. Press one, or go on with the arrow keys.',
  styleTitle: 'Choose a texture',
  styleText:
    'Give all cells one of these textures, or let every cell draw its own. The mask stays as it is, so the labels stay exact.',
  downloadTitle: 'Take a data set with you',
  downloadText:
    'A ZIP of masks, instance labels and images of four seeds, with a recipe that makes each of them again. Export asks for as many as you like.',
  next: 'Next',
  back: 'Back',
  skip: 'Skip',
  download: 'Download ZIP',
  progress: '{{current}} of {{total}}',
};
