const FIRST_CAPACITY = 1024;

/**
 * Pixels waiting to be flooded, the lowest value first and, among equal values, the lowest tie-breaker first: a binary
 * heap in typed arrays. Entries that are equal in both come out in the order of scikit-image's heap, which the
 * watershed's markers need.
 */
export class PixelQueue {
  /** What `pop` took out last. */
  value = 0;
  tie = 0;
  pixel = 0;
  label = 0;
  size = 0;
  private values = new Float64Array(FIRST_CAPACITY);
  private ties = new Float64Array(FIRST_CAPACITY);
  private pixels = new Int32Array(FIRST_CAPACITY);
  private labels = new Int32Array(FIRST_CAPACITY);

  push(value: number, tie: number, pixel: number, label: number): void {
    if (this.size === this.values.length) this.grow();
    let child = this.size++;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.isAfter(parent, value, tie)) break;
      this.move(parent, child);
      child = parent;
    }
    this.write(child, value, tie, pixel, label);
  }

  /** Takes the first entry out, into `value`, `tie`, `pixel` and `label`; false when there is none. */
  pop(): boolean {
    if (this.size === 0) return false;
    this.value = this.values[0];
    this.tie = this.ties[0];
    this.pixel = this.pixels[0];
    this.label = this.labels[0];
    const last = --this.size;
    const value = this.values[last];
    const tie = this.ties[last];
    let hole = 0;
    for (let child = 1; child < last; child = 2 * hole + 1) {
      const right = child + 1;
      if (right < last && this.isAfter(child, this.values[right], this.ties[right])) child = right;
      if (!this.isBefore(child, value, tie)) break;
      this.move(child, hole);
      hole = child;
    }
    this.write(hole, value, tie, this.pixels[last], this.labels[last]);
    return true;
  }

  private isBefore(at: number, value: number, tie: number): boolean {
    return this.values[at] === value ? this.ties[at] < tie : this.values[at] < value;
  }

  private isAfter(at: number, value: number, tie: number): boolean {
    return this.values[at] === value ? this.ties[at] > tie : this.values[at] > value;
  }

  private write(at: number, value: number, tie: number, pixel: number, label: number): void {
    this.values[at] = value;
    this.ties[at] = tie;
    this.pixels[at] = pixel;
    this.labels[at] = label;
  }

  private move(from: number, to: number): void {
    this.write(to, this.values[from], this.ties[from], this.pixels[from], this.labels[from]);
  }

  private grow(): void {
    const capacity = 2 * this.size;
    const { values, ties, pixels, labels } = this;
    this.values = new Float64Array(capacity);
    this.ties = new Float64Array(capacity);
    this.pixels = new Int32Array(capacity);
    this.labels = new Int32Array(capacity);
    this.values.set(values);
    this.ties.set(ties);
    this.pixels.set(pixels);
    this.labels.set(labels);
  }
}
