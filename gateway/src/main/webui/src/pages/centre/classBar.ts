/** Sizes of a bar in rem: the same for one class and for twelve, so the box grows with the classes. */
export const classBar = { pitch: 1.75, thickness: 1.125, edge: 0.25 }

export const heightOf = (classes: number) => `${classes * classBar.pitch + 2 * classBar.edge}rem`
