module.exports = { displayName: 'comparison-table', preset: '../../jest.preset.js' };
