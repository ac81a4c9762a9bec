/** The global objects that Lit sees inside a bundle: the platform's, as far as Lit reads them, and room for what Lit adds. */
const page = globalThis as typeof globalThis & { trustedTypes?: unknown };
const platformSymbol = Symbol;

const privateGlobals = { trustedTypes: page.trustedTypes, ShadowRoot: page.ShadowRoot };
/** Lit adds `metadata`; everything else is the platform's. */
const PrivateSymbol = Object.setPrototypeOf((description?: string) => platformSymbol(description), platformSymbol) as typeof Symbol;
/** Lit fills this global for decorators of the standard, and reads it by its bare name. */
const litPropertyMetadata = new WeakMap();

export { privateGlobals as globalThis, PrivateSymbol as Symbol, litPropertyMetadata };
