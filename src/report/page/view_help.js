// Help for those who read the report: what is where, what its marks mean, how to find, pass on and correct.
// Its texts are the strings help.* of report.tsv; every one of them stands on this page.

const kHelpTexts = {
  find: ['search', 'filters', 'order', 'small', 'keys'],
  share: ['link', 'print', 'csv', 'file', 'publish'],
  trust: ['places', 'sure', 'weak', 'confidence', 'by', 'silence'],
  errors: ['whom', 'sheet', 'rate', 'taught', 'wrong'],
};
const kGlossary = ['commitment', 'telling', 'rating', 'deadline', 'as_of', 'official', 'body', 'ngo', 'posts', 'topic', 'one'];

// [[term, explanation], …], the term a text or a node.
const termList = (pairs) =>
  make(
    'dl',
    { class: 'terms' },
    pairs.map(([term, text]) => make('div', {}, make('dt', {}, term), make('dd', {}, text))),
  );

const helpViews = () => [
  termList(
    kNavigation
      .filter((page) => page !== 'help')
      .map((page) => [make('a', { href: linkTo(page) }, t(`nav.${page}`)), t(`help.view_${page}`)]),
  ),
  make('p', {}, t('help.views_open')),
];

// The marks themselves, as the views show them, with what they say.
const stateSample = (state) => [make('span', { class: `state ${state}` }, t(`state.${state}`)), t(`help.state_${state}`)];
const saysSample = (says) =>
  make(
    'li',
    { class: says },
    make('p', { class: 'when' }, make('strong', { class: 'says' }, saysText(says))),
    make('p', {}, t(`help.says_${says}`)),
  );
const pointSample = (point) =>
  make(
    'li',
    { class: 'point' },
    make('p', { class: 'when' }, make('strong', { class: 'says' }, t(`timeline.${point}`))),
    make('p', {}, t(`help.point_${point}`)),
  );
const markSample = (kind) => [make('span', { class: `m ${kind}` }, t(`mark.${kind}`)), t(`help.mark_${kind}`)];

const helpMarks = () => [
  make('p', {}, t('help.marks_lead')),
  make('h3', {}, t('column.state')),
  termList(kStates.map(stateSample)),
  make('h3', {}, t('filter.reports')),
  termList(kReports.map((reports) => [t(`reports.${reports}`), t(`help.reports_${reports}`)])),
  make('h3', {}, t('commitment.history')),
  make('ol', { class: 'timeline' }, kSays.map(saysSample), ['point', 'as_of'].map(pointSample)),
  make('h3', {}, t('help.marks_text')),
  termList([...kLegend, 'target'].map(markSample)),
  make('p', {}, t('help.marks_hide')),
];

const helpWords = () => termList(kGlossary.map((word) => [t(`help.term_${word}`), t(`help.word_${word}`)]));

const helpTexts = (part) => kHelpTexts[part].map((name) => make('p', {}, t(`help.${part}_${name}`)));

const kHelpParts = {
  views: helpViews,
  marks: helpMarks,
  find: helpTexts,
  share: helpTexts,
  trust: helpTexts,
  errors: helpTexts,
  words: helpWords,
};

function helpView(main, route) {
  const parts = Object.keys(kHelpParts);
  main.append(
    heading(t('help.title')),
    make('p', { class: 'lead' }, t('help.lead')),
    make(
      'nav',
      { class: 'contents', 'aria-label': t('help.contents') },
      make(
        'ul',
        {},
        parts.map((part) => make('li', {}, make('a', { href: linkTo('help', '', { part }) }, t(`help.${part}`)))),
      ),
    ),
    make(
      'div',
      { class: 'prose help' },
      parts.map((part) =>
        make(
          'section',
          { id: `help-${part}` },
          make('h2', { tabindex: '-1' }, t(`help.${part}`)),
          kHelpParts[part](part),
        ),
      ),
    ),
  );
  const part = parts.includes(route.query.part) ? route.query.part : null;
  return { focus: () => part && main.querySelector(`#help-${part} h2`) };
}
