import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { send } from './window.ts'

/*
 * Items only name commands; the page runs them, so that Undo means cues or text as the focus says. Accelerators are shown
 * and not registered, since the page's keymap owns the keys.
 */

/** What Undo and Redo stand for now; null where there is nothing. */
export type MenuNames = { readonly undo: string | null; readonly redo: string | null }

const noNames: MenuNames = { undo: null, redo: null }

/** Gives the window the app's menu. */
export function setMenu(window: BrowserWindow, names: MenuNames = noNames): void {
  const command = (label: string, id: string, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => send(window, 'menu:chosen', { command: id }),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        command('Open…', 'production.open', 'CmdOrCtrl+O'),
        command('Open the Demo', 'production.demo', ''),
        command('Import…', 'production.import', 'CmdOrCtrl+Shift+I'),
        separator,
        command('Save', 'production.save', 'CmdOrCtrl+S'),
        command('Save As…', 'production.saveAs', 'CmdOrCtrl+Shift+S'),
        command('Versions…', 'production.versions', 'Alt+V'),
        command('Attach Film…', 'production.attachFilm', 'CmdOrCtrl+Shift+O'),
        command('Find Media…', 'media.find', ''),
        command('Production Details…', 'production.details', 'CmdOrCtrl+I'),
        separator,
        command('Deliver…', 'production.export', 'CmdOrCtrl+E'),
        separator,
        command('Settings…', 'production.settings', 'CmdOrCtrl+,'),
        command('Close Production', 'production.close', 'CmdOrCtrl+Shift+W'),
        ...(isMac ? [] : [{ role: 'quit' } as const]),
      ],
    },
    {
      label: 'Edit',
      submenu: [
        named(command('Undo', 'edit.undo', 'CmdOrCtrl+Z'), names.undo),
        named(command('Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'), names.redo),
        separator,
        command('History', 'view.history', 'Alt+H'),
        command('Deleted Cues', 'view.bin', 'Alt+D'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        ...(isMac ? [{ role: 'selectAll' } as const] : []),
        separator,
        command('Works, Recordings and Holders…', 'music.library', 'Alt+K'),
        command('Paste Titles…', 'music.pasteTitles', 'Alt+Shift+V'),
        command('Series Templates…', 'production.templates', ''),
        separator,
        command('Remove Cues', 'cue.remove', 'Delete'),
        command('Select All Cues', 'cue.selectAll', 'CmdOrCtrl+A'),
      ],
    },
    {
      label: 'View',
      submenu: [
        command('Spot', 'room.spot', 'CmdOrCtrl+1'),
        command('Rights', 'room.rights', 'CmdOrCtrl+2'),
        command('Deliver', 'room.deliver', 'CmdOrCtrl+3'),
        separator,
        command('Zoom In', 'view.zoomIn', '='),
        command('Zoom Out', 'view.zoomOut', '-'),
        command('Whole Programme', 'view.fit', 'Shift+Z'),
        separator,
        command('Cues', 'view.cues', 'Alt+C'),
        command('Review', 'view.review', 'Alt+R'),
        command('Numbers', 'view.numbers', 'Alt+Shift+N'),
        command('Next Problem', 'view.nextProblem', 'N'),
        separator,
        command('Picture in a Window of Its Own', 'view.picture', 'CmdOrCtrl+Shift+F'),
        command('Timecode over That Window', 'view.pictureOverlay', ''),
        command('Picture Timing', 'view.timing', ''),
        separator,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    {
      label: 'Help',
      submenu: [
        command('Find a Command…', 'view.palette', 'CmdOrCtrl+K'),
        command('Keys', 'help.keys', 'Shift+/'),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** `Undo` as `Undo Nudge out`; an ampersand would mark a key. */
function named(item: MenuItemConstructorOptions, name: string | null): MenuItemConstructorOptions {
  const label = name === null ? item.label : `${item.label} ${name.replaceAll('&', '&&')}`
  return { ...item, label: label ?? '', id: item.label?.toLowerCase() ?? '', enabled: name !== null }
}
