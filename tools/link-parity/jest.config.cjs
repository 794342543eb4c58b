module.exports = { displayName: 'link-parity', preset: '../../jest.preset.js' };
