module.exports = { displayName: 'ci-workflows', preset: '../../jest.preset.js' };
