import type { ThemeConfig } from 'antd'

/**
 * Every colour and measure of the desk. One accent, a deep teal; red is kept for broken duties alone, so that a form that is
 * not yet right shows amber-brown. The same values stand in `theme.css` for our own components.
 */
export const colours = {
  accent: '#0f5a63',
  accentSoft: '#e6f0f0',
  broken: '#b8261c',
  notYet: '#8f5208',
  notYetSoft: '#fbf4e8',
  done: '#3c6e4c',
  ink: '#1c2628',
  inkSoft: '#566366',
  inkFaint: '#606c6f',
  line: '#dde3e3',
  paper: '#ffffff',
  ground: '#f4f6f6',
} as const

export const fonts = {
  sans: `system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif`,
} as const

export const theme: ThemeConfig = {
  cssVar: { key: 'desk' },
  hashed: false,
  token: {
    colorPrimary: colours.accent,
    colorInfo: colours.accent,
    colorLink: colours.accent,
    colorError: colours.notYet,
    colorWarning: colours.notYet,
    colorSuccess: colours.done,
    colorWarningBg: colours.notYetSoft,
    colorWarningBorder: '#e6d5b8',
    colorErrorBg: colours.notYetSoft,
    colorErrorBorder: '#e6d5b8',
    colorInfoBg: '#eff5f5',
    colorInfoBorder: '#c5d9d9',
    colorText: colours.ink,
    colorTextSecondary: colours.inkSoft,
    colorTextDescription: colours.inkSoft,
    colorTextPlaceholder: colours.inkFaint,
    colorBorder: '#c9d2d2',
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.ground,
    fontFamily: fonts.sans,
    fontSize: 14,
    fontSizeSM: 13,
    lineHeight: 1.6,
    borderRadius: 4,
    borderRadiusLG: 6,
    controlHeight: 32,
    controlHeightSM: 26,
    motionDurationSlow: '0.16s',
    motionDurationMid: '0.12s',
    motionDurationFast: '0.08s',
    boxShadowSecondary: '0 6px 24px rgba(20, 40, 44, 0.14)',
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Segmented: { trackBg: '#e9eeee' },
    Tabs: { horizontalMargin: '0', titleFontSize: 14 },
    Drawer: { footerPaddingBlock: 12 },
  },
}
