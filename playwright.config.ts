import { defineConfig } from '@playwright/test'

// Windows that share a display take the keyboard from each other, so each worker has one of its own where the run opened some.
const displays = process.env.NEEDLEDROP_DISPLAYS?.split(' ') ?? []
const display = displays[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
if (display) process.env.DISPLAY = display

/** Specs that watch pictures or sound go by, or hold a process against the clock: another window beside them would change what they see. */
const alone = [
  'flush',
  'frames',
  'marking',
  'markingWhilePlaying',
  'peaks',
  'pictureWindow',
  'recovery',
  'reels',
  'shuttle',
  'sound',
  'soundLanes',
  'stall',
].map((name) => `**/${name}.spec.ts`)

/** Which of them a whole run takes at a time; without it, all. */
const part = process.env.NEEDLEDROP_E2E_PART

export default defineConfig({
  testDir: 'e2e',
  testMatch: part === 'alone' ? alone : '**/*.spec.ts',
  testIgnore: part === 'together' ? alone : [],
  outputDir: `test-results/${part ?? 'chosen'}`,
  timeout: 30_000,
  workers: part === 'together' ? Math.max(1, displays.length) : 1,
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
