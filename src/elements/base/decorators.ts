/** Lit's `@property`, for the decorators of TypeScript alone: Lit's own serve the standard ones too, which costs a page more than this. */
import type { LitElement, PropertyDeclaration } from 'lit';

export const property =
  (options?: PropertyDeclaration) =>
  (prototype: LitElement, name: string): void =>
    (prototype.constructor as typeof LitElement).createProperty(name, options);

// Converters.
/** Nothing where the attribute is empty too. */
export const numberConverter = (text: string | null): number | undefined => (text ? Number(text) : undefined);
/** `sequence` or `epoch.sequence`; as a number where it is one. */
export const versionConverter = (text: string | null): string | number | undefined => (/^\d+$/.test(text ?? '') ? Number(text) : text || undefined);
export const booleanConverter = (text: string | null): boolean => text !== null;
