import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 30_000,
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    // Taken around every action a trace doubles the time of a run; `npm test -- e2e --trace on` takes one.
    trace: 'off',
    screenshot: 'only-on-failure',
    video: 'off',
  },
})
