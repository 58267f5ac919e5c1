import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{shared,electron,renderer,cli,scripts}/**/*.test.ts'],
  },
})
