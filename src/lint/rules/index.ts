/** The rules for what is allowed in a feed, and can harm people. */
import { dateRule } from './dates.js';
import { versionRule } from './versions.js';
import { privacyRule } from './privacy.js';
import { personRule } from './persons.js';
import { contradictionRule } from './contradictions.js';
import { languageRule } from './languages.js';
import { mediaRule } from './media.js';
import { actionRule } from './actions.js';
import { draftRule } from './drafts.js';
import { telephoneRule } from './telephones.js';
import { reachabilityRule } from './contacts-and-links.js';
import { contentRule } from './content.js';
import { unknownMemberRule } from './unknown-members.js';
import { translationRule } from './translations.js';
import { createRuleContext, type Rule, type RuleContext, type Warning } from './rule-context.js';

const RULES: Rule[] = [
  privacyRule,
  personRule,
  mediaRule,
  dateRule,
  contradictionRule,
  contentRule,
  languageRule,
  translationRule,
  reachabilityRule,
  telephoneRule,
  actionRule,
  draftRule,
  versionRule,
  unknownMemberRule,
];

export function runRules(document: unknown, rest: Pick<RuleContext, 'feed' | 'url' | 'base' | 'now' | 'published'>): Warning[] {
  const context = createRuleContext(document, rest);
  return RULES.flatMap((rule) => [...rule(context)]);
}
