module.exports = { displayName: 'requirement-trace', preset: '../../jest.preset.js' };
