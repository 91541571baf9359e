/**
 * A queue of one: each task starts when the one before it has ended, however that ended. Networks share one
 * device, and two at once need the memory of both.
 */
export function oneAtATime(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
