import { defineConfig } from '@playwright/test'

// Windows that share a display take the keyboard from each other, so each worker has one of its own where the run opened some.
const displays = process.env.NEEDLEDROP_DISPLAYS?.split(' ') ?? []
const display = displays[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
if (display) process.env.DISPLAY = display

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 30_000,
  workers: Math.max(1, displays.length),
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    // Taken around every action a trace lengthens a run; `npm test -- e2e --trace on` takes one.
    trace: 'off',
    screenshot: 'only-on-failure',
    video: 'off',
  },
})
