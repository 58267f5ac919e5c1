/** Reads colours of the present theme by the names of their properties, each once. */
export function rootColours(): (name: string) => string {
  const style = getComputedStyle(document.documentElement)
  const read = new Map<string, string>()
  return (name) => {
    const known = read.get(name)
    if (known !== undefined) return known
    const colour = style.getPropertyValue(name)
    read.set(name, colour)
    return colour
  }
}
