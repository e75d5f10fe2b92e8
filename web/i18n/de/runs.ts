import type { Catalogue } from '../index.ts'

/** Die Bilanz eines Laufs und der Unterschied zweier. */
export default {
  ledger: {
    title: 'Bilanz',
    unit: { products: 'Was aus jedem verlangten Produkt wurde', addresses: 'Was aus jeder gefundenen Adresse wurde' },
    parts: '{n} Teil | {n} Teil | {n} Teile',
    show: '{label}: {n}, Liste zeigen',
    unaccounted: 'Diese Bücher gehen nicht auf: {n} zu wenig oder zu viel in den Zahlen neben „Gefunden“. Das ist ein Fehler von Gleaner; bitte melden Sie ihn.',
    bucket: { discovered: 'Gefunden', queued: 'Wartend', running: 'Laufend', done: 'Erledigt', failed: 'Gescheitert', skipped: 'Übersprungen', cancelled: 'Abgebrochen', duplicate: 'Doppelt' },
    hint: {
      discovered: 'Verlangt und geplant, oder bei der Suche gefunden',
      queued: 'Wartet auf einen Worker',
      running: 'In Arbeit oder in einem laufenden Auftrag an der Reihe',
      done: 'Gelesen oder gefunden, oder nach den Daten des Shops unverändert',
      failed: 'Konnte nicht gelesen werden',
      skipped: 'Nicht zu lesen: verschwunden, durch robots.txt gesperrt, schon gelesen oder kein Produkt',
      cancelled: 'Nicht erledigt, als der Lauf gestoppt wurde',
      duplicate: 'Mehrmals gefunden oder genannt',
    },
    listed: {
      now: 'Wie sie jetzt sind. Was ein späterer Lauf gelesen hat oder nach den Daten des Shops unverändert blieb, steht hier nicht.',
      first: 'Die ersten 100 sind aufbewahrt; die übrigen wurden nur gezählt.',
      none: 'Diese wurden nur gezählt: Sie lassen sich nicht einzeln nennen.',
    },
    nothingListed: 'Keines davon lässt sich noch nennen.',
    requests: 'Anfragen nach Host und Status',
    allHosts: 'Alle Hosts',
    all: 'Alle',
    none: 'Keine Antwort',
    noneHint: 'Nicht erreicht, Zeit überschritten oder wegen einer Regel nicht gesendet',
    coverage: 'Felder, neben dem letzten guten Lauf',
    pages: 'Keine Seite ganz gelesen | {n} Seite ganz gelesen | {n} Seiten ganz gelesen',
    against: 'Letzter guter Lauf',
    alone: 'kein guter Lauf dieser Marke davor',
    before: 'zuvor {share}',
    lost: 'Weniger Seiten als zuvor',
  },
  runDiff: {
    title: 'Unterschied zweier Läufe',
    from: 'Früherer Lauf',
    to: 'Späterer Lauf',
    kinds: 'Art des Unterschieds',
    kind: { new: 'Neu', gone: 'Verschwunden', changed: 'Geändert' },
    none: { new: 'Kein Produkt war neu.', gone: 'Kein Produkt ist verschwunden.', changed: 'Kein Produkt hat sich geändert.' },
  },
} satisfies Partial<Catalogue>
