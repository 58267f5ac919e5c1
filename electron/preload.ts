import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { type Bridge, channelPrefix, droppedFileChannel } from '../shared/ipc/bridge.ts'

const bridge: Bridge = {
  invoke: (channel, input) => ipcRenderer.invoke(channelPrefix + channel, input),
  subscribe(channel, listener) {
    const heard = (_event: unknown, payload: unknown) => listener(payload)
    ipcRenderer.on(channelPrefix + channel, heard)
    return () => ipcRenderer.off(channelPrefix + channel, heard)
  },
  acceptDroppedFile: async (file) => {
    const path = webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])
    return path ? ipcRenderer.invoke(droppedFileChannel, path) : ''
  },
}

contextBridge.exposeInMainWorld('needledrop', bridge)
