/** The subsets of the typeface, with the characters that each has. */
const subsets: readonly (readonly [name: string, range: string])[] = [
  ['cyrillic-ext', 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F'],
  ['cyrillic', 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'],
  ['greek-ext', 'U+1F00-1FFF'],
  ['greek', 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF'],
  [
    'vietnamese',
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,' +
      'U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  ],
  [
    'latin-ext',
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,' +
      'U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  ],
  [
    'latin',
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,' +
      'U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  ],
]

/** What the pages call the files of the typeface; whoever prints them serves these from the app. */
export const fontFolder = 'fonts'

/** Names of the typeface's files, without the folder. */
export const fontFiles: readonly string[] = subsets.map(([name]) => `inter-${name}-wght-normal.woff2`)

/** The typeface of the app: Latin, Greek, Cyrillic. Other scripts fall back to what the system has. */
export const fontFaces: string = subsets
  .map(
    ([name, range]) =>
      `@font-face{font-family:Sheet;font-weight:100 900;src:url(${fontFolder}/inter-${name}-wght-normal.woff2) format("woff2");unicode-range:${range}}\n`,
  )
  .join('')

const family = 'Sheet,"Noto Sans","Segoe UI","Helvetica Neue",Arial,sans-serif'

/** Style of the pages, in the size of paper named, landscape. */
export function pageStyle(paper: 'a4' | 'letter'): string {
  return `@page{size:${paper === 'a4' ? 'A4' : 'letter'} landscape;margin:10mm 10mm 15mm}
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font:8.25pt/1.3 ${family};color:#14181d;overflow-wrap:anywhere}
h1{margin:0;font-size:17pt;line-height:1.15;font-weight:680;letter-spacing:-.01em}
h2{margin:5mm 0 1.5mm;font-size:9.5pt;font-weight:680;break-after:avoid}
.kind{margin:0 0 .8mm;font-size:7.5pt;font-weight:600;letter-spacing:.08em;text-transform:uppercase;color:#59636e}
.episode{margin:.6mm 0 0;font-size:10.5pt;color:#2f3740}
.top{display:grid;grid-template-columns:1fr 58mm;gap:8mm;margin-bottom:4.5mm}
.facts{display:grid;grid-template-columns:1fr 1fr;column-gap:8mm;margin:3mm 0 0}
.facts div{display:grid;grid-template-columns:43mm 1fr;column-gap:2mm;padding:.45mm 0;border-bottom:.2mm solid #dde1e5}
dl{margin:0}dt{color:#59636e}dd{margin:0;font-weight:500}
.side{display:flex;flex-direction:column;gap:2.5mm}
.stamp{padding:2mm 3mm;border:.7mm solid #14181d;border-radius:1mm;text-align:center;font-size:13pt;font-weight:760;letter-spacing:.06em}
.stamp small{display:block;font-size:7.5pt;font-weight:560;letter-spacing:0}
.draft{background:#14181d;color:#fff}
.totals{display:grid;grid-template-columns:1fr 1fr;gap:2.5mm}
.totals div{padding:1.6mm 2.2mm;background:#eef1f4;border-radius:1mm}
.totals dt{font-size:7pt}.totals dd{font-size:13pt;font-weight:660;line-height:1.15}
table{width:100%;border-collapse:collapse;table-layout:fixed}
thead{display:table-header-group}
th{padding:1.3mm 1.4mm;text-align:left;vertical-align:bottom;font-size:7pt;font-weight:640;line-height:1.15;color:#fff;background:#2f3740}
td{padding:.6mm 1.4mm;vertical-align:top}
tbody{break-inside:avoid;border-bottom:.25mm solid #b9c1c9}
tbody.long{break-inside:auto}
tr{break-inside:avoid}
tbody.long tr{break-inside:auto}
.number,.time{font-variant-numeric:tabular-nums;white-space:nowrap}
td.number,th.number{text-align:right}
td,dd,.episode,h1{text-align:left}
.title{font-weight:600}
.small{display:block;font-size:7pt;font-weight:400;color:#4b5560}
.party{border-top:.2mm solid #e6e9ec}
tr:first-child>.party{border-top:0}
.bar{width:2.4mm;padding:0}
.bar i{display:block;width:1.5mm;height:100%;min-height:3mm}
tr{height:1px}.bar{height:inherit}
.score i{background:#aab3bc}
.licensed i{background:repeating-linear-gradient(135deg,#0b5c8a 0 1mm,#063c5b 1mm 1.5mm)}
.missing{font-weight:640}
.total td{padding-top:1.6mm;font-weight:660}
.notes{margin:0}
.notes.two{columns:2;column-gap:5mm}
.notes div{display:grid;grid-template-columns:11mm 1fr;column-gap:2mm;break-inside:avoid}
.notes dt{font-weight:640;color:#14181d}.notes dd{font-weight:400}
.notes .bar{width:auto}.notes .bar i{height:3mm}
.legend{display:grid;grid-template-columns:52mm 96mm 1fr;column-gap:8mm;break-inside:avoid;margin-top:5mm;padding-top:2mm;border-top:.5mm solid #2f3740;font-size:7.5pt}
.legend h2{margin:0 0 1mm;font-size:8.5pt}
.legend p{margin:1.5mm 0 0}
.findings{margin:0;padding:0;list-style:none}
.findings li{display:grid;grid-template-columns:16mm 16mm 62mm 1fr;column-gap:2mm;padding:.6mm 0;border-bottom:.2mm solid #dde1e5;break-inside:avoid}
.findings b{font-weight:640}
.money{break-inside:avoid}
.money table{width:120mm}
.money p{margin:1.5mm 0 0}
.sign{display:inline-block;width:3.2mm;text-align:center}
.warning{margin:0 0 3mm;padding:1.6mm 2.4mm;border:.4mm solid #14181d;border-radius:1mm}
`
}

/** Style of the footer; Chromium prints it as a page of its own, where the app's typeface is not at hand. */
export const footerStyle =
  '.foot{display:flex;justify-content:space-between;gap:12px;width:100%;padding:0 10mm;font:7px/1.3 "Inter Variable",Inter,"Noto Sans","Segoe UI","Helvetica Neue",Arial,sans-serif;color:#4b5560}' +
  '.words{min-width:0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}'
