import { buildApp } from './buildApp.ts'

process.exitCode = await buildApp()
