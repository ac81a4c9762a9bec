/** Registers the tags: the one module with a side effect, and what the bundles are made from. Below the browser floor nothing is registered, and the snapshot stays. */
import { PlacardAction } from './elements/action.js';
import { PlacardCampaign } from './elements/campaign.js';
import { PlacardFeed } from './elements/feed.js';
import { PlacardIncident } from './elements/incident.js';
import { PlacardList } from './elements/list.js';
import { PlacardStatement } from './elements/statement.js';
import { PlacardStatus } from './elements/status.js';
import { upgradeWhenParsed } from './elements/upgrade.js';

const supported =
  typeof Document === 'function' && 'adoptedStyleSheets' in Document.prototype && 'attachInternals' in HTMLElement.prototype;

if (supported) {
  // Those that give a feed come first, so that the others find them upgraded.
  for (const element of [PlacardFeed, PlacardCampaign, PlacardIncident, PlacardStatus, PlacardAction, PlacardStatement, PlacardList])
    element.define();
  upgradeWhenParsed();
}
