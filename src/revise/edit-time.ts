/** The time of an edit, in each form that a feed needs. */
export interface EditTime {
  /** RFC 3339, in whole seconds: `2026-03-02T10:00:00Z`. */
  readonly instant: string;
  /** `2026-03-02` */
  readonly day: string;
  /** As precise as it was given: a day if it names no time. */
  readonly asGiven: string;
  /** ms since 1970 */
  readonly ms: number;
}
