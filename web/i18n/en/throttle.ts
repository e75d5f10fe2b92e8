/** How a shop is asked at present. */
export default {
  throttle: {
    title: 'How it is asked now',
    hint: 'A running job follows changes within two seconds.',
    never: 'Not asked yet. It will be asked {n} at a time, {gap} apart, unless robots.txt wants more time.',
    robotsIgnored: 'robots.txt is ignored for this shop.',
    state: { paused: 'Left alone', asked: 'Being asked', idle: 'Not asked at present' },
    pause: {
      'retry-after': 'The shop said when to come back (Retry-After). Next request:',
      'slow-down': 'The shop asked to slow down. Next request:',
      'errors': 'The last request failed. Next request:',
      'circuit-open': 'It failed too often in a row and is left alone for a while. Next request:',
    },
    concurrency: 'Requests at a time',
    oneAtATime: 'robots.txt asks for pauses',
    between: 'Between two requests',
    gap: {
      'usual': 'as for every shop',
      'own': 'set for this brand',
      'listed': 'a shop of your own network',
      'crawl-delay': 'robots.txt asks for it',
      'slow-answers': 'it answers slowly',
    },
    latency: 'Until an answer begins',
    now: 'At this moment',
    nowText: '{inFlight} under way, {waiting} waiting',
  },
}
