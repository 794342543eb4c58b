module.exports = { displayName: 'gherkin-steps', preset: '../../jest.preset.js' };
