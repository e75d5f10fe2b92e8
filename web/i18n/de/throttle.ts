/** Wie ein Shop gerade gefragt wird. */
export default {
  throttle: {
    title: 'So wird er gerade gefragt',
    hint: 'Ein laufender Auftrag folgt Änderungen binnen zwei Sekunden.',
    never: 'Noch nicht gefragt. Anfragen gleichzeitig: {n}, im Abstand von {gap}, sofern robots.txt nicht mehr Zeit verlangt.',
    robotsIgnored: 'Die robots.txt dieses Shops wird nicht beachtet.',
    state: { paused: 'In Ruhe gelassen', asked: 'Wird gefragt', idle: 'Zurzeit nicht gefragt' },
    pause: {
      'retry-after': 'Der Shop hat gesagt, wann wir wiederkommen dürfen (Retry-After). Nächste Anfrage:',
      'slow-down': 'Der Shop bittet, langsamer zu fragen. Nächste Anfrage:',
      'errors': 'Die letzte Anfrage schlug fehl. Nächste Anfrage:',
      'circuit-open': 'Es schlug zu oft hintereinander fehl; er wird eine Weile in Ruhe gelassen. Nächste Anfrage:',
    },
    concurrency: 'Anfragen gleichzeitig',
    oneAtATime: 'robots.txt verlangt Pausen',
    between: 'Zwischen zwei Anfragen',
    gap: {
      'usual': 'wie bei jedem Shop',
      'own': 'für diese Marke gesetzt',
      'listed': 'ein Shop in Ihrem Netz',
      'crawl-delay': 'robots.txt verlangt es',
      'slow-answers': 'er antwortet langsam',
    },
    latency: 'Bis eine Antwort beginnt',
    now: 'In diesem Moment',
    nowText: '{inFlight} unterwegs, {waiting} warten',
  },
}
