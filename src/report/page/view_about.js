// What the report is made of, and whose work is inside.

const kParts = [
  ['Chart.js 3.9.1', 'Chart.js Contributors'],
  ['DataTables 1.11.5', 'SpryMedia Ltd'],
  ['jQuery 3.6.1', 'OpenJS Foundation'],
];

function aboutView(main) {
  const paragraphs = (keys) => keys.map((key) => make('p', {}, t(key)));
  main.append(
    heading(t('about.title')),
    make(
      'div',
      { class: 'prose' },
      paragraphs(['about.what', 'about.facts', 'about.errors']),
      make('p', {}, make('a', { href: linkTo('help') }, t('about.help'))),
      make('h2', {}, t('about.page')),
      paragraphs(['about.offline']),
      make(
        'p',
        {},
        t('about.made', { version: report.version, day: longDay(report.asOf) }),
        ' ',
        t('about.models', { models: report.models }),
        ' ',
        t('about.parts'),
      ),
      make(
        'ul',
        {},
        kParts.map(([name, owner]) => make('li', {}, `${name}, © ${owner}, MIT`)),
      ),
    ),
  );
}

function missingView(main) {
  main.append(
    heading(t('missing.title')),
    make('p', {}, t('missing.text')),
    make('p', {}, make('a', { href: linkTo('overview') }, t('missing.back'))),
  );
}

const backLink = (page, text) =>
  make('p', { class: 'back' }, make('a', { href: linkTo(page) }, '\u2190 ', text));
