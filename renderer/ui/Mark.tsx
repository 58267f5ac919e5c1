/** The app's mark: a stylus on a groove, drawn with the type hues. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 44 44" aria-hidden="true">
      <circle cx="22" cy="22" r="21" fill="var(--raised)" stroke="var(--line-strong)" />
      <circle cx="22" cy="22" r="15.5" fill="none" stroke="var(--line-strong)" />
      <path d="M22 6.5a15.5 15.5 0 0 1 13.4 7.7" fill="none" stroke="var(--type-source)" strokeWidth="2.5" />
      <path d="M36.6 27a15.5 15.5 0 0 1-9 9.4" fill="none" stroke="var(--type-song)" strokeWidth="2.5" />
      <path d="M9 31a15.5 15.5 0 0 1-1.7-14" fill="none" stroke="var(--type-score)" strokeWidth="2.5" />
      <circle cx="22" cy="22" r="8" fill="none" stroke="var(--line-strong)" />
      <path d="M38 5 25 19.5l-3 5 4.6-3.4Z" fill="var(--playhead)" />
      <circle cx="22" cy="22" r="2" fill="var(--text)" />
    </svg>
  )
}
