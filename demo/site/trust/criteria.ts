/**
 * The conformance table: criteria of WCAG 2.2 (A and AA) and EN 301 549 V3.2.1, and the tests that show each. The report is made from it.
 * A criterion without evidence is “not evaluated”: nothing tests it.
 */

/** Test files, or a check by hand, or the reason why the criterion does not apply. */
export type Evidence =
  | { readonly tests: readonly string[]; readonly note?: string; /** The part that nothing supports. */ readonly except?: string }
  | { readonly byHand: string; readonly on: string; readonly role: string }
  | { readonly notApplicable: string }
  | { readonly notTested: string };

export interface Criterion {
  readonly id: string;
  readonly name: string;
  /** The card, on the page of a partner. */
  readonly card: Evidence;
  /** The studio and the builder, which write cases and snippets. */
  readonly tools: Evidence;
}

const tests = (...paths: string[]): Evidence => ({ tests: paths.map((path) => `test/${path}`) });
const limited = (note: string, ...paths: string[]): Evidence => ({ tests: paths.map((path) => `test/${path}`), note });
const byHand = (on: string, role: string, result: string): Evidence => ({ byHand: result, on, role });
const partly = (except: string, ...paths: string[]): Evidence => ({ tests: paths.map((path) => `test/${path}`), except });
const without = (notApplicable: string): Evidence => ({ notApplicable });
const untested = (notTested: string): Evidence => ({ notTested });

const AXE_CARD = 'e2e/readers/axe.node.ts';
const AXE_UNIT = 'unit/elements/accessible.test.ts';
const AXE_STUDIO = 'e2e/studio/manners.node.ts';
const AXE_BUILDER = 'e2e/builder/builder.node.ts';
const KEYBOARD = 'e2e/readers/keyboard.node.ts';
const KEYBOARD_FIREFOX = 'e2e/readers/keyboard-firefox.verify.ts';
const KEYBOARD_TOOLS = 'e2e/builder/keyboard-and-touch.node.ts';
const TREE = 'e2e/readers/tree.node.ts';
const LAYOUT = 'e2e/readers/layout.node.ts';
/** Measures criteria that axe does not. */
const BEYOND_AXE = 'e2e/site/wcag.node.ts';
const LANGUAGES = 'unit/elements/languages.test.ts';
const CONTRAST = 'unit/elements/contrast.test.ts';
const UPDATES = 'unit/elements/updates.test.ts';

const bothAxe = tests(AXE_STUDIO, AXE_BUILDER);
const NO_MEDIA = without('Placard plays no audio and no video. Recordings are links.');
const NO_LIMIT = without('Nothing has a time limit.');
const HOST = without('The page around the card decides this. The card is a part of a page.');

const row = (id: string, name: string, card: Evidence, tools: Evidence): Criterion => ({ id, name, card, tools });

export const LEVEL_A: readonly Criterion[] = [
  row('1.1.1', 'Non-text Content', tests(AXE_CARD, TREE), bothAxe),
  row('1.2.1', 'Audio-only and Video-only (Prerecorded)', NO_MEDIA, NO_MEDIA),
  row('1.2.2', 'Captions (Prerecorded)', NO_MEDIA, NO_MEDIA),
  row('1.2.3', 'Audio Description or Media Alternative (Prerecorded)', NO_MEDIA, NO_MEDIA),
  row('1.3.1', 'Info and Relationships', tests(TREE, AXE_CARD), bothAxe),
  row('1.3.2', 'Meaningful Sequence', tests(TREE, KEYBOARD), tests(KEYBOARD_TOOLS)),
  row('1.3.3', 'Sensory Characteristics', tests(BEYOND_AXE), tests(BEYOND_AXE)),
  row('1.4.1', 'Use of Color', tests(TREE, LAYOUT), tests(BEYOND_AXE)),
  row('1.4.2', 'Audio Control', NO_MEDIA, NO_MEDIA),
  row('2.1.1', 'Keyboard', tests(KEYBOARD, KEYBOARD_FIREFOX), tests(AXE_STUDIO, KEYBOARD_TOOLS)),
  row('2.1.2', 'No Keyboard Trap', tests(KEYBOARD, KEYBOARD_FIREFOX), tests(KEYBOARD_TOOLS)),
  row('2.1.4', 'Character Key Shortcuts', tests(BEYOND_AXE), tests(BEYOND_AXE)),
  row('2.2.1', 'Timing Adjustable', NO_LIMIT, NO_LIMIT),
  row(
    '2.2.2',
    'Pause, Stop, Hide',
    limited('Updates change words only after news, and move nothing.', UPDATES, LAYOUT),
    without('Nothing moves or updates by itself.'),
  ),
  row('2.3.1', 'Three Flashes or Below Threshold', without('Nothing flashes.'), without('Nothing flashes.')),
  row('2.4.1', 'Bypass Blocks', HOST, bothAxe),
  row('2.4.2', 'Page Titled', HOST, bothAxe),
  row('2.4.3', 'Focus Order', tests(KEYBOARD, KEYBOARD_FIREFOX), tests(KEYBOARD_TOOLS)),
  row('2.4.4', 'Link Purpose (In Context)', tests(TREE, AXE_CARD), bothAxe),
  row('2.5.1', 'Pointer Gestures', without('Every control works by one tap.'), without('Every control works by one tap.')),
  row(
    '2.5.2',
    'Pointer Cancellation',
    without('Links, buttons and summaries act as the browser makes them.'),
    without('Links, buttons and summaries act as the browser makes them.'),
  ),
  row('2.5.3', 'Label in Name', tests(TREE), bothAxe),
  row('2.5.4', 'Motion Actuation', without('Motion of the device has no effect.'), without('Motion of the device has no effect.')),
  row('3.1.1', 'Language of Page', limited('The card marks its own language.', LANGUAGES), bothAxe),
  row('3.2.1', 'On Focus', tests(KEYBOARD), tests(KEYBOARD_TOOLS)),
  row('3.2.2', 'On Input', without('The card has no input, except the list’s filter on a built site.'), tests(KEYBOARD_TOOLS)),
  row(
    '3.2.6',
    'Consistent Help',
    limited('“Report a correction” is the last line of every card.', TREE),
    without('Only the builder has a link to help. The studio explains each field beside it.'),
  ),
  row('3.3.1', 'Error Identification', without('The card has no input.'), tests('e2e/studio/composer.node.ts', AXE_BUILDER)),
  row('3.3.2', 'Labels or Instructions', without('The card has no input.'), bothAxe),
  row(
    '3.3.7',
    'Redundant Entry',
    without('The card has no input.'),
    limited('The test begins a second case, and publishes again.', BEYOND_AXE),
  ),
  row('4.1.1', 'Parsing', without('WCAG 2.2 has removed this criterion.'), without('WCAG 2.2 has removed this criterion.')),
  row('4.1.2', 'Name, Role, Value', tests(TREE, AXE_CARD, AXE_UNIT), bothAxe),
];

export const LEVEL_AA: readonly Criterion[] = [
  row('1.2.4', 'Captions (Live)', NO_MEDIA, NO_MEDIA),
  row('1.2.5', 'Audio Description (Prerecorded)', NO_MEDIA, NO_MEDIA),
  row('1.3.4', 'Orientation', tests(BEYOND_AXE), tests(BEYOND_AXE)),
  row(
    '1.3.5',
    'Identify Input Purpose',
    without('The card collects nothing about its reader.'),
    without('The fields are about a case, not about the user.'),
  ),
  row('1.4.3', 'Contrast (Minimum)', tests(CONTRAST, AXE_CARD), bothAxe),
  row('1.4.4', 'Resize text', tests(LAYOUT), tests(BEYOND_AXE)),
  row(
    '1.4.5',
    'Images of Text',
    limited('A publisher’s pictures can contain text. The card draws none itself.', BEYOND_AXE),
    without('The tools have no pictures of text.'),
  ),
  row('1.4.10', 'Reflow', tests(LAYOUT), tests(AXE_BUILDER, AXE_STUDIO)),
  row(
    '1.4.11',
    'Non-text Contrast',
    limited('The test covers the focus ring, the stamp and the timeline in forced colours.', LAYOUT),
    limited('The test measures the borders of fields. The words of a button show where it is.', BEYOND_AXE),
  ),
  row('1.4.12', 'Text Spacing', tests(LAYOUT), tests(BEYOND_AXE)),
  row('1.4.13', 'Content on Hover or Focus', without('Nothing appears on hover or focus.'), without('Nothing appears on hover or focus.')),
  row('2.4.5', 'Multiple Ways', HOST, without('The tools are steps of one process.')),
  row(
    '2.4.6',
    'Headings and Labels',
    tests(TREE),
    byHand(
      '28 November 2026',
      'a developer of Placard',
      'read the headings and labels of the studio and the builder. Each names its subject. Short ones, such as “To”, have a sentence beside them.',
    ),
  ),
  row('2.4.7', 'Focus Visible', tests(KEYBOARD, KEYBOARD_FIREFOX), tests(KEYBOARD_TOOLS)),
  row(
    '2.4.11',
    'Focus Not Obscured (Minimum)',
    limited('The card has no sticky parts. A sticky header of the page can cover it.', BEYOND_AXE),
    tests(BEYOND_AXE),
  ),
  row('2.5.7', 'Dragging Movements', without('Nothing is dragged.'), without('A file can be dropped or chosen. Rows move by buttons.')),
  row('2.5.8', 'Target Size (Minimum)', tests(AXE_CARD), tests(KEYBOARD_TOOLS)),
  row('3.1.2', 'Language of Parts', tests(LANGUAGES), tests('e2e/studio/composer.node.ts')),
  row('3.2.3', 'Consistent Navigation', HOST, tests(BEYOND_AXE)),
  row('3.2.4', 'Consistent Identification', tests(TREE), limited('The test compares the bar and the places of the studio.', BEYOND_AXE)),
  row('3.3.3', 'Error Suggestion', without('The card has no input.'), tests('e2e/studio/composer.node.ts')),
  row('3.3.4', 'Error Prevention (Legal, Financial, Data)', without('The card collects nothing.'), tests('e2e/studio/publish.node.ts')),
  row('3.3.8', 'Accessible Authentication (Minimum)', without('Nothing needs a login.'), without('Nothing needs a login.')),
  row(
    '4.1.3',
    'Status Messages',
    tests(UPDATES, 'unit/elements/host-page.test.ts'),
    partly(
      'The result of an action is a status or an alert. The problems of a field are its description, and are not announced while the user types.',
      KEYBOARD_TOOLS,
      BEYOND_AXE,
    ),
  ),
];

export interface Clause {
  readonly id: string;
  readonly name: string;
  readonly evidence: Evidence;
}
const clause = (id: string, name: string, evidence: Evidence): Clause => ({ id, name, evidence });
const NO_VOICE = without('Placard has no voice communication.');

/** The chapters of EN 301 549 by their id in the catalog. A chapter without clauses has one reason for all of them. */
export const EN_CHAPTERS: readonly {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly clauses: readonly Clause[];
}[] = [
  {
    id: 'en_301_549_functional_performance',
    title: 'Chapter 4: Functional performance statements',
    note: 'These statements follow from the criteria of chapter 9. No person with a disability has tested Placard yet.',
    clauses: [
      clause(
        '4.2.1',
        'Usage without vision',
        limited('Accessibility trees and axe. No person has tested it with a screen reader.', TREE, AXE_CARD),
      ),
      clause('4.2.2', 'Usage with limited vision', tests(LAYOUT, CONTRAST)),
      clause('4.2.3', 'Usage without perception of colour', tests(LAYOUT, TREE)),
      clause('4.2.4', 'Usage without hearing', without('Placard has no sound.')),
      clause('4.2.5', 'Usage with limited hearing', without('Placard has no sound.')),
      clause(
        '4.2.6',
        'Usage with no or limited vocal capability',
        limited('The card offers other ways of contact if the publisher gives them.', 'unit/elements/action.test.ts'),
      ),
      clause('4.2.7', 'Usage with limited manipulation or strength', tests(KEYBOARD, KEYBOARD_TOOLS)),
      clause('4.2.8', 'Usage with limited reach', without('Placard is not hardware.')),
      clause('4.2.9', 'Minimize photosensitive seizure triggers', without('Nothing flashes.')),
      clause(
        '4.2.10',
        'Usage with limited cognition, language or learning',
        untested('The voice check limits the length of sentences. No reader has tested the words.'),
      ),
      clause('4.2.11', 'Privacy', tests('e2e/studio/manners.node.ts', 'unit/security/policy.test.ts')),
    ],
  },
  {
    id: 'en_301_549_generic_requirements',
    title: 'Chapter 5: Generic requirements',
    note: 'Placard is open to assistive technology, has no biometrics, and is not hardware.',
    clauses: [
      clause('5.2', 'Activation of accessibility features', without('No feature must be activated.')),
      clause('5.3', 'Biometrics', without('Placard uses no biometrics.')),
      clause(
        '5.4',
        'Preservation of accessibility information during conversion',
        limited('The snapshot has the same structure as the card.', 'e2e/embed/reading-view.node.ts'),
      ),
    ],
  },
  {
    id: 'en_301_549_ict_with_two-way_voice',
    title: 'Chapter 6: Two-way voice communication',
    note: 'Placard has no voice communication.',
    clauses: [clause('6.1', 'Audio bandwidth for speech', NO_VOICE)],
  },
  {
    id: 'en_301_549_ict_with_video',
    title: 'Chapter 7: Video',
    note: 'Placard plays no video.',
    clauses: [clause('7.1', 'Caption processing technology', NO_MEDIA)],
  },
  { id: 'en_301_549_hardware', title: 'Chapter 8: Hardware', note: 'Placard is not hardware.', clauses: [] },
  {
    id: 'en_301_549_web',
    title: 'Chapter 9: Web',
    note: 'See the tables of WCAG 2.2, which contain the criteria of WCAG 2.1.',
    clauses: [],
  },
  {
    id: 'en_301_549_non-web-documents',
    title: 'Chapter 10: Non-web documents',
    note: 'Placard publishes no documents outside the web. A publisher’s documents are its own.',
    clauses: [],
  },
  {
    id: 'en_301_549_software',
    title: 'Chapter 11: Software',
    note: 'The studio and the builder are web pages. The command line writes plain text.',
    clauses: [
      clause('11.7', 'User preferences', tests(LAYOUT, 'e2e/embed/themes.node.ts')),
      clause('11.8.1', 'Content technology', tests('e2e/studio/publish.node.ts')),
      clause('11.8.2', 'Accessible content creation', tests('e2e/studio/composer.node.ts', 'e2e/cli/validate.node.ts')),
      clause(
        '11.8.3',
        'Preservation of accessibility information in transformations',
        untested('No test imports a text with descriptions of pictures.'),
      ),
      clause('11.8.4', 'Repair assistance', tests('e2e/studio/composer.node.ts')),
      clause('11.8.5', 'Templates', untested('No test looks for accessible templates.')),
    ],
  },
  {
    id: 'en_301_549_documentation_and_support_services',
    title: 'Chapter 12: Documentation and support',
    note: 'The project has no support service.',
    clauses: [
      clause('12.1.1', 'Accessibility and compatibility features', tests('e2e/site/trust.node.ts')),
      clause('12.1.2', 'Accessible documentation', tests('e2e/site/pages.node.ts')),
      clause('12.2.2', 'Information on accessibility and compatibility features', without('The project has no support service.')),
    ],
  },
  {
    id: 'en_301_549_ict_providing_relay_or_emergency_service_access',
    title: 'Chapter 13: Relay and emergency services',
    note: 'Placard provides no such service.',
    clauses: [],
  },
];
