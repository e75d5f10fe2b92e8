/** Lists under names of their own. */
export default {
  views: {
    title: 'Saved views',
    hint: 'Filters, order and columns under a name. Everybody who can open Gleaner sees them.',
    none: 'No saved views yet',
    manage: 'Save or change views…',
    name: 'Name of this view',
    nothingSet: 'Nothing is filtered now: this view will show everything.',
    taken: 'There is a view of this name.',
    saved: 'Saved as {name}.',
    newName: 'New name of {name}',
    rename: 'Rename {name}',
    overwrite: 'Let {name} show what is on screen now',
    remove: 'Delete {name}',
  },
}
