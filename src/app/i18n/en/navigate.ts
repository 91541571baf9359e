/** The ways through the latent space below the views of Explore. */
export const navigate = {
  title: 'Ways through the latent space',
  seeds: 'Seeds',
  seedsHint: 'Samples by seed',
  find: 'Find',
  findHint: 'Samples by what is in them',
  favourites: 'Favourites',
  favouritesHint: 'Samples you marked or wrote about',
  plane: 'Plane',
  planeHint: 'Drag through the space between seeds',
  walk: 'Walk',
  walkHint: 'From keyframe to keyframe on a timeline',
  sweep: 'Sweep',
  sweepHint: 'This sample at every truncation',
  jitter: 'Jitter',
  jitterHint: 'Samples a little away from this one',
};

/** The latent plane. */
export const plane = {
  pad: 'Latent plane: arrow keys move, Shift takes ten steps, + and − change the step, Enter snaps to a seed',
  place: 'At x {{x}}, y {{y}}: {{parts}}',
  elsewhere: 'This blend is not on the plane. Drag or click to go on from its seed.',
  x: 'Position x: one seed to the next',
  y: 'Position y: 100 seeds to the next',
  snap: 'Snap to the nearest seed',
  reset: 'Back to x 0, y 0',
  step: 'Step {{step}}',
  finer: 'Finer step',
  coarser: 'Coarser step',
  drift: 'Drift',
  stop: 'Stop',
  velocityX: 'Velocity in x, seeds per second',
  velocityY: 'Velocity in y, rows per second',
  perSecond: '/ s',
};

/** The latent walk. */
export const walk = {
  empty: 'A walk goes from sample to sample. Add the one in view, or the seeds you pinned.',
  addCurrent: 'Add this sample',
  addPinned: 'Add pinned seeds ({{n}})',
  clear: 'Remove all keyframes',
  play: 'Play',
  pause: 'Pause',
  loop: 'Loop: the last keyframe runs into the first',
  seconds: 'Seconds from keyframe to keyframe',
  secondsUnit: 's each',
  curve: 'Path between keyframes',
  linear: 'Linear',
  linearHint: 'Straight from keyframe to keyframe',
  cubic: 'Cubic',
  cubicHint: 'A smooth curve, as in the interpolation video',
  video: 'Video…',
  keyframe: 'Keyframe {{n}} of {{count}}: {{name}}',
  remove: 'Remove keyframe {{n}}',
  blend: 'Blend {{seed}}',
  again: 'again',
  playhead: 'Playhead',
  time: '{{at}} of {{all}} seconds',
};

/** The truncation sweep. */
export const sweep = {
  what: 'This sample from ψ −1 to 2',
  steps: 'Steps',
  take: 'Truncation ψ {{psi}}',
  average: 'average',
};

/** Neighbours of a sample. */
export const jitter = {
  strength: 'Strength',
  strengthHint: 'The share of another seed in each neighbour: 0 is this sample, 1 the other seed.',
  roll: 'Re-roll',
  back: 'Back',
  backSteps: 'Back ({{n}})',
  centre: 'this one',
  centreLabel: 'The sample in view',
  take: 'Go to the neighbour towards seed {{seed}}',
};
