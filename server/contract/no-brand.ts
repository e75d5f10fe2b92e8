/** In place of a brand's id in a filter of jobs: those of no brand, as exports of everything are. */
export const noBrand = 'none'
