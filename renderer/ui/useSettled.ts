import { useEffect, useState } from 'react'

/** Whether a value has stayed the same for so many milliseconds; at first it has. */
export function useSettled(value: unknown, wait: number): boolean {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (value === settled) return
    const timer = setTimeout(() => setSettled(value), wait)
    return () => clearTimeout(timer)
  }, [value, settled, wait])
  return value === settled
}
