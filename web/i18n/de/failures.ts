import type { Catalogue } from '../index.ts'

/** Fehler nach Ursache. */
export default {
  failures: {
    title: 'Fehler',
    jobs: 'keine gescheiterten Aufträge | {n} gescheiterter Auftrag | {n} gescheiterte Aufträge',
    causes: 'keine Ursachen | {n} Ursache | {n} Ursachen',
    largest: 'die {n} größten sind zu sehen',
    first: 'Zuerst',
    last: 'zuletzt',
    samplePage: 'Gespeicherte Seite',
    sampleJob: 'Ein Auftrag',
    canary: 'Erst einige versuchen',
    canaryHint: 'Die neuesten wiederholen; die übrigen folgen nur, wenn genug davon fertig werden',
    retry: 'Alle diese wiederholen',
    empty: 'Nichts ist gescheitert',
    emptyHint: 'Gescheiterte Aufträge sammeln sich hier nach Ursache und Marke, damit ein Blick und ein Knopf alles erledigen, was aus demselben Grund schiefging.',
  },
} satisfies Partial<Catalogue>
