module.exports = { displayName: 'provider-verify', preset: '../../jest.preset.js' };
