/** The name on npm of the library; that of the command line begins with it. Everything else reads it here. */
export const PACKAGE = 'placard';
