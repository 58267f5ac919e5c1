import { type Command, type CommandGroup, commandGroups } from './command.ts'
import { keyText } from './keymap.ts'

/** Commands of one group that have a key. */
export type ShortcutGroup = { readonly group: CommandGroup; readonly commands: readonly Command[] }

/** The commands with keys under their headings, those whose words or printed keys hold the query. */
export function shortcutGroups(commands: readonly Command[], query: string): readonly ShortcutGroup[] {
  const wanted = query.trim().toLowerCase()
  const fits = ({ label, group, keys }: Command) =>
    [label, group, ...keys.map(keyText)].some((text) => text.toLowerCase().includes(wanted))
  return commandGroups
    .map((group) => ({
      group,
      commands: commands.filter(
        (command) => command.group === group && command.keys.length > 0 && fits(command),
      ),
    }))
    .filter((found) => found.commands.length > 0)
}
