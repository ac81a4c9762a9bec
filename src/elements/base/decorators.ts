/**
 * A smaller version of Lit's `@property`. It supports only TypeScript's decorators, not the standard ones. Properties are also attributes,
 * so that a clone of an element has them.
 */
import type { LitElement, PropertyDeclaration } from 'lit';

export const property =
  (options?: PropertyDeclaration) =>
  (prototype: LitElement, name: string): void =>
    (prototype.constructor as typeof LitElement).createProperty(name, { reflect: true, ...options });

/** Converts an attribute to a number. Returns undefined if the attribute is missing or empty. */
export const numberConverter = (text: string | null): number | undefined => (text ? Number(text) : undefined);
/** Converts `sequence` to a number. Returns `epoch.sequence` as text. */
export const versionConverter = (text: string | null): string | number | undefined =>
  /^\d+$/.test(text ?? '') ? Number(text) : text || undefined;
/** Converts a boolean attribute. Astro writes `keep={false}` as `keep="false"`. */
export const booleanConverter = {
  fromAttribute: (text: string | null): boolean => text !== null && text !== 'false',
  toAttribute: (value: unknown): string | null => (value ? '' : null),
};
