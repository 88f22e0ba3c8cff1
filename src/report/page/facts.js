// What the articles say of a commitment, as sentences. Facts of the articles only: whether a promise
// was kept is for a person to say, and stands under `status` with the name of that person.

const kStates = ['passed', 'ahead', 'none']; // of a deadline
const kReports = ['none', 'done', 'failed', 'both']; // what articles report since

const reportsOf = (commitment) =>
  commitment.done ? (commitment.failed ? 'both' : 'done') : commitment.failed ? 'failed' : 'none';

const stateOf = (commitment) =>
  ['ahead', 'passed'].includes(commitment.deadline_state) ? commitment.deadline_state : 'none';

// The last telling until the day of the report that gives a later deadline than the one before it.
function movedBy(commitment) {
  if (!commitment.moved) return undefined;
  let last = '';
  let mover;
  for (const telling of commitment.tellings) {
    if (dayOf(telling.day) > report.asOf) continue;
    const deadline = dayOf(telling.deadline);
    if (deadline && last && (deadline > last || (deadline !== last && telling.says === 'moved'))) mover = { telling, from: last, to: deadline };
    last = deadline || last;
  }
  return mover;
}

function deadlineSentence(commitment) {
  const { deadline } = commitment;
  if (!deadline) return t('fact.no_deadline');
  const days = daysBetween(report.asOf, deadline);
  const day = longDay(deadline);
  if (stateOf(commitment) === 'passed') return t('fact.passed', { day });
  if (stateOf(commitment) === 'none') return t('fact.deadline', { day });
  return days > 0 ? t('fact.ahead', { day, n: days }) : t('fact.today', { day });
}

// "… (name)": who says so, where the article tells.
const byWhom = (telling) => (telling.by_name ? ` (${telling.by_name})` : '');

// Sentences, the most telling first.
function factSentences(commitment) {
  const sentences = [deadlineSentence(commitment)];
  for (const kind of ['done', 'failed']) {
    const telling = commitment[kind];
    if (telling) sentences.push(t(`fact.${kind}`, { day: longDay(telling.day) }) + byWhom(telling) + '.');
  }
  if (reportsOf(commitment) === 'none')
    sentences.push(t(stateOf(commitment) === 'passed' ? 'fact.no_report' : 'fact.no_report_yet'));
  const moved = movedBy(commitment);
  if (moved) sentences.push(t('fact.moved', { from: longDay(moved.from), to: longDay(moved.to) }));
  else if (commitment.moved) sentences.push(t('fact.moved_somehow'));
  return sentences;
}

const stateTag = (commitment) =>
  make('span', { class: `state ${stateOf(commitment)}` }, t(`state.${stateOf(commitment)}`));

// The state of the deadline with what is reported: "passed" alone would say too much or too little.
function stateCell(commitment) {
  const reports = reportsOf(commitment);
  const silent = reports === 'none' && stateOf(commitment) !== 'passed';
  return [stateTag(commitment), silent ? null : make('span', { class: 'note' }, t(`reports.${reports}`))];
}

const isRated = (commitment) => commitment.status && commitment.status !== 'not_yet_rated';
const statusText = (commitment) => valueText('status', commitment.status || 'not_yet_rated');

// Never a rating without the name of the person who gave it.
const statusCell = (commitment) =>
  isRated(commitment)
    ? [
        make('span', { class: 'rated' }, statusText(commitment)),
        make('span', { class: 'note' }, textOf(commitment.status_by)),
      ]
    : make('span', { class: 'unrated' }, statusText(commitment));

// The rating of a person: what, who, when, by which source.
function ratingFacts(commitment) {
  if (!isRated(commitment)) return make('p', { class: 'unrated' }, t('status.none_yet'));
  return facts([
    [t('rating.status'), make('strong', {}, statusText(commitment))],
    [t('rating.by'), textOf(commitment.status_by)],
    [t('rating.on'), timeOf(commitment.status_on)],
    [
      t('rating.source'),
      commitment.status_source && webLink(commitment.status_source, commitment.status_source),
    ],
    [t('rating.note'), textOf(commitment.status_note)],
  ]);
}
