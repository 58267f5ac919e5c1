/** Px that the pointer must move before a press becomes a drag. */
export const dragThreshold = 3
