// Whole servers, started as their users start them. One file at a time: some stories measure how long something takes.
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/dist/**/*.e2e.spec.js'],
  transform: {},
  testTimeout: process.env.E2E_PROFILE === 'cluster' ? 180_000 : 60_000,
  maxWorkers: 1,
};
