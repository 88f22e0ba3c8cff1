// The history of a commitment: what each article says of it, by day, and where its deadline lies.

const kSays = ['promised', 'repeated', 'moved', 'done', 'failed'];
const saysText = (says) => valueText('says', says);

function tellingItem(telling, before) {
  const deadline = dayOf(telling.deadline);
  const change =
    before && deadline && before !== deadline
      ? t('timeline.moved', { from: longDay(before), to: longDay(deadline) })
      : deadline && t('timeline.deadline', { day: longDay(deadline) });
  const source = telling.article
    ? make(
        'p',
        { class: 'source' },
        t('timeline.source'),
        ' ',
        articleLink(telling.article, placeQuery(telling)),
      )
    : make('p', { class: 'source' }, t('timeline.not_shown'));
  return make(
    'li',
    { class: kSays.includes(telling.says) ? telling.says : 'promised' },
    make(
      'p',
      { class: 'when' },
      timeOf(telling.day) || t('none.day'),
      ' ',
      make('strong', { class: 'says' }, saysText(telling.says)),
    ),
    telling.by_name ? make('p', { class: 'who' }, t('timeline.by', { name: telling.by_name })) : null,
    make('blockquote', { lang: telling.article && langOf(telling.article) }, textOf(telling.text)),
    change ? make('p', { class: 'change' }, change) : null,
    source,
  );
}

const pointItem = (day, kind, text) =>
  make(
    'li',
    { class: `point ${kind}` },
    make('p', { class: 'when' }, timeOf(day), ' ', make('strong', { class: 'says' }, text)),
  );

// Tellings, the deadline that was told last, and the day of the report, in the order of time.
function timeline(commitment) {
  let before = '';
  const items = commitment.tellings.map((telling, k) => {
    const node = tellingItem(telling, before);
    before = dayOf(telling.deadline) || before;
    return { day: dayOf(telling.day), rank: 0, k, node };
  });
  const { deadline } = commitment;
  if (deadline)
    items.push({ day: deadline, rank: 1, k: 0, node: pointItem(deadline, 'deadline', t('timeline.point')) });
  if (report.asOf)
    items.push({
      day: report.asOf,
      rank: 2,
      k: 0,
      node: pointItem(report.asOf, 'as-of', t('timeline.as_of')),
    });
  items.sort((a, b) => a.day.localeCompare(b.day) || a.rank - b.rank || a.k - b.k);
  return make(
    'ol',
    { class: 'timeline' },
    items.map(({ node }) => node),
  );
}
