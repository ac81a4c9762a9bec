/** The global objects of the bundled Lit: the members of the platform that Lit reads, and a place for the members that Lit adds. */
const page = globalThis as typeof globalThis & { trustedTypes?: unknown };
const platformSymbol = Symbol;

const privateGlobals = { trustedTypes: page.trustedTypes, ShadowRoot: page.ShadowRoot };
/** Lit adds `metadata`. All other members come from the platform. */
const PrivateSymbol = Object.setPrototypeOf((description?: string) => platformSymbol(description), platformSymbol) as typeof Symbol;
/** Lit uses this global by its bare name, for standard decorators. */
const litPropertyMetadata = new WeakMap();

/** Lit parses its templates with the document. An XHTML page would parse them as XML, and throw. */
const isXhtml = page.document?.contentType === 'application/xhtml+xml';
const templateDocument = isXhtml ? page.document.implementation.createHTMLDocument('') : page.document;

export { privateGlobals as globalThis, PrivateSymbol as Symbol, litPropertyMetadata, templateDocument as document };
