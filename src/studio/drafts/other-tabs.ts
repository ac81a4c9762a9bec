/** Reports whether another tab of this browser has the same file open. */

export interface Presence {
  /** Whether another tab had the file open first. */
  readonly isSecond: boolean;
  leave(): void;
}

/** A lock that the browser releases when the tab closes or crashes. */
export async function enter(file: string): Promise<Presence> {
  if (!navigator.locks) return { isSecond: false, leave: () => {} };
  let leave = () => {};
  const left = new Promise<void>((resolve) => (leave = resolve));
  const isSecond = await new Promise<boolean>((resolve) => {
    navigator.locks
      .request(`placard-studio ${file}`, { ifAvailable: true }, (lock) => {
        resolve(!lock);
        return lock ? left : undefined;
      })
      .catch(() => resolve(false));
  });
  return { isSecond, leave };
}
