export const changes = {
  field: 'What',
  before: 'Before',
  after: 'After',
  none: 'Nothing was changed.',
  nothing: '–',
};
