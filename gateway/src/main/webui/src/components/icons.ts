/** 24 × 24 line drawings, stroke only, drawn for these pages. */
export const icons = {
  // shapes of a status: told apart without colour
  dashed: '<circle cx="12" cy="12" r="8" stroke-dasharray="3 3.3"/>',
  ring: '<circle cx="12" cy="12" r="8"/>',
  half: '<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/>',
  arrow: '<path d="M4 12h15M13 6l6 6-6 6"/>',
  back: '<path d="M9 6 4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3"/>',
  pause: '<path d="M8 5v14M16 5v14"/>',
  speech: '<path d="M4 5h16v11H11l-5 4v-4H4z"/>',
  lens: '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>',
  check: '<path d="m5 12.5 5 5L19.5 7"/>',
  star: '<path d="m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z"/>',
  box: '<path d="M4 5h16v4H4zM5.5 9v10h13V9M10 13h4"/>',
  cross: '<path d="m6 6 12 12M18 6 6 18"/>',
  fork: '<path d="M12 20v-7L5 6M12 13l7-7M5 10V6h4M15 6h4v4"/>',
  merge: '<path d="M5 4c0 6 7 6 7 11v5M19 4c0 6-7 6-7 11M9 17l3 3 3-3"/>',
  minus: '<path d="M5 12h14"/>',
  // things and acts
  camera: '<path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4z"/><circle cx="12" cy="13" r="3.5"/>',
  pin: '<path d="M12 21s-7-6.2-7-11.2a7 7 0 0 1 14 0C19 14.800 12 21 12 21z"/><circle cx="12" cy="10" r="2.4"/>',
  pen: '<path d="m4 20 1-4.500L16 4.500 19.500 8 8.500 19z M13.500 7 17 10.500"/>',
  phone:
    '<path d="M6 4h3l1.500 4.500L8.300 10a11 11 0 0 0 5.700 5.700l1.500-2.200L20 15v3a2 2 0 0 1-2.200 2C10.500 19.300 4.700 13.500 4 6.200A2 2 0 0 1 6 4z"/>',
  person: '<circle cx="12" cy="8" r="3.800"/><path d="M4.500 20c.8-4 3.700-6 7.500-6s6.700 2 7.500 6"/>',
  people:
    '<circle cx="9" cy="8.500" r="3.300"/><path d="M2.500 19.500c.6-3.600 3.100-5.300 6.500-5.300s5.900 1.700 6.500 5.300M15.500 5.500a3.300 3.300 0 0 1 0 6M17.500 14.500c2.200.6 3.600 2.200 4 5"/>',
  bars: '<path d="M4 20h16M7 17v-5M12 17V5M17 17V9"/>',
  clock: '<circle cx="12" cy="12" r="8.300"/><path d="M12 7.500V12l3.200 2"/>',
  speaker:
    '<path d="M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4 4 0 0 1 0 6M18 6.500a7.600 7.600 0 0 1 0 11"/>',
  stop: '<rect x="6.500" y="6.500" width="11" height="11" rx="1.500"/>',
  language:
    '<path d="M3 6h10M8 4v2M11 6c-1 4-4 7-7.500 8.500M5.500 9c1.200 2.500 3.500 4.500 6 5.500M13 20l4-10 4 10M14.500 17h5"/>',
  type: '<path d="M3 19 8 6h1l5 13M5 14.500h7M15 19l3-8h.6l3 8M16 16.500h4.500"/>',
  copy: '<rect x="8.500" y="8.500" width="11" height="11" rx="1.500"/><path d="M15.500 8.500v-4h-11v11h4"/>',
  print: '<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>',
  save: '<path d="M12 4v11M7.500 11 12 15.500 16.500 11M5 20h14"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  right: '<path d="m9 5 7 7-7 7"/>',
  left: '<path d="m15 5-7 7 7 7"/>',
  down: '<path d="m5 9 7 7 7-7"/>',
  locate:
    '<circle cx="12" cy="12" r="5.500"/><path d="M12 2.500v4M12 17.500v4M2.500 12h4M17.500 12h4"/><circle cx="12" cy="12" r="1.300" fill="currentColor"/>',
  warning: '<path d="M12 4 2.800 20h18.400zM12 10v4.500M12 17.300v.2"/>',
  info: '<circle cx="12" cy="12" r="8.300"/><path d="M12 11v5.500M12 7.700v.2"/>',
  shield:
    '<path d="M12 3.500 5 6v5.500c0 4.500 3 7.500 7 9 4-1.500 7-4.500 7-9V6z M9 12l2.200 2.200L15.200 10"/>',
  list: '<path d="M8.500 6.500H20M8.500 12H20M8.500 17.500H20M4 6.500h.5M4 12h.5M4 17.500h.5"/>',
  map: '<path d="m3.500 6.500 5.500-2.500 6 2.500 5.500-2.500v13.500L15 20l-6-2.500L3.500 20zM9 4v13.500M15 6.500V20"/>',
  whole: '<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>',
  home: '<path d="M4 11.500 12 4.500l8 7M6 10v9.500h12V10M10 19.500v-5h4v5"/>',
  flag: '<path d="M5.500 21V4h12l-2.500 4.200L17.500 12.500h-12"/>',
  hands:
    '<path d="M3 8.500 7 6l5 2.500L17 6l4 2.500v6L12 20l-9-5.500zM12 8.500l-3.500 3.200a1.500 1.500 0 0 0 2.200 2L12 12.500l4 3.700"/>',
  scales:
    '<path d="M12 4v16M7 20h10M5 7h14M5 7l-2.500 6.500a3 3 0 0 0 5 0zM19 7l-2.500 6.500a3 3 0 0 0 5 0z"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  lock: '<rect x="5" y="10.500" width="14" height="9.500" rx="1.500"/><path d="M8 10.500V8a4 4 0 0 1 8 0v2.500"/>',
  refresh: '<path d="M19.500 12a7.500 7.500 0 1 1-2.200-5.300M19.500 3.500v4h-4"/>',
  screen: '<rect x="3.500" y="5" width="17" height="11.500" rx="1.500"/><path d="M9 20h6M12 16.500V20"/>',
  out: '<path d="M10 4H5v16h5M14 8l4 4-4 4M18 12H9"/>',
  urge: '<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500h4"/>',
  link: '<circle cx="6" cy="12" r="2.500"/><circle cx="18" cy="6" r="2.500"/><circle cx="18" cy="18" r="2.500"/><path d="m8.300 11 7.400-4M8.300 13l7.400 4"/>',
} as const

export type IconName = keyof typeof icons
