import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as roomTest } from './cuttingRoom.ts'

/** A server on this machine that counts who comes; nobody should. */
export type Bait = { readonly address: string; readonly port: number; readonly visits: string[] }

/** A test that may set out bait for whatever leaves the page. */
export const test = roomTest.extend<{ bait: Bait }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed
  bait: async ({}, use) => {
    const visits: string[] = []
    const web = createServer((request, response) => {
      visits.push(`${request.method} ${request.url}`)
      response.setHeader('access-control-allow-origin', '*')
      response.end('caught')
    })
    web.on('connection', () => visits.push('connection'))
    await once(web.listen(0, '127.0.0.1'), 'listening')
    const { port } = web.address() as AddressInfo
    const datagrams = createSocket('udp4', () => visits.push('datagram')).bind(port, '127.0.0.1')
    await once(datagrams, 'listening')
    await use({ address: `http://127.0.0.1:${port}`, port, visits })
    web.closeAllConnections()
    await new Promise((done) => web.close(done))
    await new Promise((done) => datagrams.close(() => done(null)))
  },
})
