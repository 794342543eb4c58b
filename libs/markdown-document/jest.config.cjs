module.exports = { displayName: 'markdown-document', preset: '../../jest.preset.js' };
