import type { Catalogue } from '../index.ts'

/** Listen unter eigenen Namen. */
export default {
  views: {
    title: 'Ansichten',
    hint: 'Filter, Reihenfolge und Spalten unter einem Namen. Alle, die Gleaner öffnen können, sehen sie.',
    none: 'Noch keine gespeicherten Ansichten',
    manage: 'Ansichten speichern oder ändern …',
    name: 'Name dieser Ansicht',
    nothingSet: 'Zurzeit ist nichts gefiltert: Diese Ansicht wird alles zeigen.',
    taken: 'Eine Ansicht dieses Namens gibt es schon.',
    saved: 'Gespeichert als {name}.',
    newName: 'Neuer Name von {name}',
    rename: '{name} umbenennen',
    overwrite: '{name} soll zeigen, was jetzt zu sehen ist',
    remove: '{name} löschen',
  },
} satisfies Partial<Catalogue>
