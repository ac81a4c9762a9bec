/** Checks drafts: a publisher's own file may have them, a served feed must not. Says when an item will appear. */
import { appearsAt, isDraft, isUnpublished } from '../../feed/drafts.js';
import { textIn, type RuleContext, type Warning } from './rule-context.js';

export function* draftRule({ items, now, published }: RuleContext): Generator<Warning> {
  for (const { path, value, extension } of items) {
    if (!isUnpublished(value, now)) continue;
    if (published) {
      yield {
        level: 'error',
        code: 'draft-published',
        path,
        message: 'This item is a draft, and everybody can read it in the served feed.',
        fix: 'Run "placard build", which leaves drafts out. Or remove the item from the served feed.',
      };
    } else yield isDraft(value) ? draft(path) : scheduled(path, appearsAt(value)!, !!textIn(extension, 'publish_at'));
  }
}

const draft = (path: string): Warning => ({
  code: 'draft',
  path,
  message: 'This item is a draft. "placard build" leaves it out, and no page shows it.',
  fix: 'Remove "draft" when it is ready.',
});

const scheduled = (path: string, at: number, isPlanned: boolean): Warning => ({
  code: 'published-in-future',
  path: isPlanned ? `${path}/_placard/publish_at` : `${path}/date_published`,
  message: `This item appears on ${new Date(at).toISOString().slice(0, 16).replace('T', ' at ')} UTC. Before, "placard build" leaves it out.`,
  fix: 'Build and publish the site again after that moment. Or write an earlier date.',
});
