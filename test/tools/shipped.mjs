// The scripts that are shipped for a <script> tag: what is measured and searched.
import { filesUnder } from './files.mjs';

/** dist/placard.js, its kin beside it, and every part that they load lazily. */
export const shipped = () => filesUnder('dist', '.js').filter((path) => /^dist\/(placard|parts\/)[^/]*$/.test(path));
