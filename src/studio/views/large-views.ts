/** The views with large libraries, by their names in an address: they load after the first screen. */
export { editView as edit } from './edit-view.js';
export { importView as import } from './import-view.js';
export { languagesView as languages } from './languages-view.js';
export { publishView as publish } from './publish-view.js';
export { updateView as update } from './update-view.js';
