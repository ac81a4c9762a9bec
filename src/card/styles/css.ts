/** Marks a text as a style sheet, so that the build step shortens it (src/bundler/minify-templates.ts). Returns the text as it is. */
export const css = String.raw;
