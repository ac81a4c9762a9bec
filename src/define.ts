/** Registers the tags: the one module with a side effect, and what the bundles are made from. Below the browser floor nothing is registered, and the snapshot stays. */
import { PlacardAction } from './elements/components/action/placard-action.js';
import { PlacardCampaign } from './elements/components/campaign/placard-campaign.js';
import { PlacardFeed } from './elements/components/feed/placard-feed.js';
import { PlacardIncident } from './elements/components/incident/placard-incident.js';
import { PlacardList } from './elements/components/list/placard-list.js';
import { PlacardStatement } from './elements/components/statement/placard-statement.js';
import { PlacardStatus } from './elements/components/status/placard-status.js';
import { upgradeWhenParsed } from './elements/dom/upgrade-divs.js';

const supported =
  typeof Document === 'function' && 'adoptedStyleSheets' in Document.prototype && 'attachInternals' in HTMLElement.prototype;

if (supported) {
  // Those that give a feed come first, so that the others find them upgraded.
  for (const element of [PlacardFeed, PlacardCampaign, PlacardIncident, PlacardStatus, PlacardAction, PlacardStatement, PlacardList])
    element.define();
  upgradeWhenParsed();
}
