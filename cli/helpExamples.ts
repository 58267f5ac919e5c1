const exits = `
Exit code: 0 done; 1 done, but review finds errors; 2 refused, nothing written; 3 a fault in Needledrop.`

/** What the help of each command shows after its options. */
export const examples = {
  all: `
Examples:
  needledrop export film.needledrop --format full-csv --out sheet.csv
  needledrop export film.needledrop --format rapidcue-csv,prs-csv,clearance-csv --out delivery/
  needledrop import sheet.json --out film.needledrop
  needledrop review film.needledrop
  needledrop probe cut.mov
  needledrop timecode add 01:00:00;00 00:10:00;00 --rate 29.97df

\`needledrop help COMMAND\` says more about each.
${exits}`,
  export: `
Examples:
  One file:                needledrop export film.needledrop -f full-csv -o sheet.csv
  For Excel:               needledrop export film.needledrop -f full-csv -o sheet.csv --bom
  Several into a folder:   needledrop export film.needledrop -f full-csv,prs-csv -o delivery/
  Named as a client wants: needledrop export film.needledrop -f full-csv -o delivery/ -n "{title} {episode} v{version} {date}"
  Markers of one reel:     needledrop export film.needledrop -f resolve-edl,avid-markers -o markers/ --reel R2
  Through a pipe:          needledrop export - -f full-csv -o - < sheet.json | head -3

A name may hold {title}, {episode}, {episodeTitle}, {season}, {number}, {version}, {company}, {network}, {layout}, {format},
{date} (the date of the sheet, else today) and {today}. Files are written whole or not at all; when one format is refused,
nothing is written.
${exits}`,
  import: `
Examples:
  needledrop import sheet.json --out film.needledrop
  needledrop import sheet.json --out film.needledrop --force     replace what is there
  needledrop import music.edl --rate 29.97df --out film.needledrop
  needledrop import labels.txt --rate 25 --start 09:59:52:00 --out film.needledrop
  curl … | needledrop import - --out film.needledrop
${exits}`,
  review: `
Examples:
  needledrop review film.needledrop
  needledrop review film.needledrop --json | jq '.lint[] | select(.severity == "error")'
${exits}`,
  formats: `
Examples:
  needledrop formats
  needledrop formats --json | jq -r '.export[].id'`,
  probe: `
Examples:
  needledrop probe cut.mov
  needledrop probe cut.mov --json | jq .picture.startTimecode
  for film in *.mov; do needledrop probe "$film" --json | jq -c '[.picture.rateName, .picture.frameCount]'; done

Exit code: 0 read; 2 not a film, damaged, or not there; standard error says which.`,
  timecode: `
Examples:
  needledrop timecode parse 01:00:00:00 --rate 25                          90000
  needledrop timecode format 107892 --rate 29.97df                         01:00:00;00
  needledrop timecode convert 01:00:10:12 --rate 24 --to 25                01:00:10:12
  needledrop timecode convert 01:00:00:00 --rate 23.976 --to 24 --keep frames
  needledrop timecode add 01:00:59;28 00:00:00;04 --rate 29.97df           01:01:00;04
  needledrop timecode subtract 01:00:10:00 00:00:00:12 --rate 24           01:00:09:12
  needledrop timecode duration 01:00:00:00 01:01:15:15 --rate 24           00:01:15:15  1815  75.625
  cut -f3 markers.txt | needledrop timecode parse - --rate 25

Labels are those that exist: 01:01:00;00 at 29.97df is refused, and the next real label is named. 29.97 and 59.94 need df or
ndf. A result before 00:00:00:00 or after the last label of the day is refused.

Exit code: 0 reckoned; 2 refused, nothing printed.`,
} as const
