/** Tailwind's breakpoints, in rem. */
export const screenWidths = { 'sm': 40, 'md': 48, 'lg': 64, 'xl': 80, '2xl': 96 } as const
export type ScreenWidth = keyof typeof screenWidths
