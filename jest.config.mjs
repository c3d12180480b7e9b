// The compiled output is what ships, so it is what is tested: `npm run build` first, no transform here.
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{libs,services,tools}/**/dist/**/*.spec.js'],
  transform: {},
  testTimeout: 20_000,
};
