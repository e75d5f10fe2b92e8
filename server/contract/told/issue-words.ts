/**
 * What a schema says of a field that breaks it. Its own English message stands in the answer; these are for whoever says
 * it in another language.
 */
export const issueWords = {
  'missing': 'is missing',
  'empty': 'must not be empty',
  'not-a-number': 'must be a number',
  'not-whole': 'must be a whole number',
  'not-a-text': 'must be a text',
  'not-a-list': 'must be a list',
  'not-an-object': 'must be an object',
  'not-a-switch': 'must be true or false',
  'wrong-kind': 'is of the wrong kind',
  'at-least': 'must be at least {n}',
  'at-most': 'must be at most {n}',
  'more-than': 'must be more than {n}',
  'less-than': 'must be less than {n}',
  'text-short': 'must have at least {n} character | must have at least {n} characters',
  'text-long': 'must have at most {n} character | must have at most {n} characters',
  'list-short': 'must have at least {n} entry | must have at least {n} entries',
  'list-long': 'must have at most {n} entry | must have at most {n} entries',
  'not-a-multiple': 'must be a multiple of {n}',
  'no-url': 'must be an address',
  'no-time': 'must be a date and time',
  'wrong-form': 'has not the form that is asked for',
  'one-of': 'must be one of: {options}',
  'unknown-fields': 'has fields that are not known: {fields}',
  'wrong-value': 'cannot be used',
} as const
