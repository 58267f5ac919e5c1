import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    // All cores: by itself it leaves one alone, which on two is half of them.
    maxWorkers: '100%',
    include: ['{shared,electron,renderer,cli,scripts}/**/*.test.ts'],
  },
})
