module.exports = { displayName: 'spec-document', preset: '../../jest.preset.js' };
