import type { Catalogue } from '../index.ts'

/** Aktionen auf vielen Aufträgen. */
export default {
  bulk: {
    action: { retry: 'Wiederholen', cancel: 'Abbrechen', promote: 'Jetzt ausführen', delete: 'Löschen' },
    title: { retry: 'Aufträge wiederholen', cancel: 'Aufträge abbrechen', promote: 'Aufträge jetzt ausführen', delete: 'Aufträge löschen' },
    hint: {
      retry: 'Gescheiterte und abgebrochene Aufträge laufen noch einmal von vorn.',
      cancel: 'Wartende Aufträge werden sofort abgebrochen, laufende bei ihrer nächsten Seite.',
      promote: 'Verschobene Aufträge warten nicht länger auf ihre Zeit.',
      delete: 'Beendete Aufträge werden mit ihrem Verlauf gelöscht. Produkte und Exportdateien bleiben.',
    },
    will: {
      retry: 'Kein Auftrag kann wiederholt werden. | {n} Auftrag wird wiederholt. | {n} Aufträge werden wiederholt.',
      cancel: 'Kein Auftrag kann abgebrochen werden. | {n} Auftrag wird abgebrochen. | {n} Aufträge werden abgebrochen.',
      promote: 'Kein Auftrag kann vorgezogen werden. | {n} Auftrag wird jetzt ausgeführt. | {n} Aufträge werden jetzt ausgeführt.',
      delete: 'Kein Auftrag kann gelöscht werden. | {n} Auftrag wird gelöscht. | {n} Aufträge werden gelöscht.',
    },
    did: {
      retry: 'Kein Auftrag wurde wiederholt. | {n} Auftrag ist wieder eingereiht. | {n} Aufträge sind wieder eingereiht.',
      cancel: 'Kein Auftrag wurde abgebrochen. | {n} Auftrag ist abgebrochen oder hält an. | {n} Aufträge sind abgebrochen oder halten an.',
      promote: 'Kein Auftrag wurde vorgezogen. | {n} Auftrag läuft, sobald ein Worker frei ist. | {n} Aufträge laufen, sobald Worker frei sind.',
      delete: 'Kein Auftrag wurde gelöscht. | {n} Auftrag wurde gelöscht. | {n} Aufträge wurden gelöscht.',
    },
    run: {
      retry: 'Wiederholen | {n} Auftrag wiederholen | {n} Aufträge wiederholen',
      cancel: 'Abbrechen | {n} Auftrag abbrechen | {n} Aufträge abbrechen',
      promote: 'Jetzt ausführen | {n} Auftrag jetzt ausführen | {n} Aufträge jetzt ausführen',
      delete: 'Löschen | {n} Auftrag löschen | {n} Aufträge löschen',
    },
    skipped: 'Kein Auftrag bleibt außen vor. | {n} Auftrag bleibt, wie er ist: | {n} Aufträge bleiben, wie sie sind:',
    counting: 'Zählt …',
    widen: 'Alles auswählen, was passt',
    everything: 'Alles, was passt',
    keepsPriority: 'Leer: wie bisher',
    startsNow: 'Leer: sofort',
    retryWith: 'Mit Änderungen wiederholen',
  },
  clean: {
    title: 'Beendete Aufträge aufräumen',
    intro: 'Löscht Aufträge mit ihrem Verlauf. Produkte und Exportdateien bleiben.',
    status: 'Aufträge, die',
    statuses: { completed: 'fertig wurden', failed: 'gescheitert sind', cancelled: 'abgebrochen wurden' },
    age: 'und beendet sind seit',
    ages: { all: 'beliebig', hour: 'über 1 Stunde', day: 'über 1 Tag', week: 'über 7 Tagen', month: 'über 30 Tagen' },
    type: 'von der Art',
    submit: 'Aufträge löschen',
    done: 'Kein Auftrag passte. | {n} Auftrag gelöscht. | {n} Aufträge gelöscht.',
  },
} satisfies Partial<Catalogue>
