/** Height of a lane in CSS px. */
export const laneHeight = 26
/** Space between two lanes in CSS px. */
export const laneGap = 3
