"""How the page looks: on a screen, on a small one, and on paper."""

STYLE = """
:root { --inkt: #1a1a1a; --papier: #fff; --lijn: #6b7280; --vlak: #f3f4f6; --link: #0b4f8a; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 75rem; padding: 1rem; color: var(--inkt);
  background: var(--papier); font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; }
.overslaan { position: absolute; left: -100rem; }
.overslaan:focus { position: static; }
nav ul { columns: 18rem; column-gap: 2rem; padding-left: 1.2rem; overflow-wrap: anywhere; }
section { border-top: 2px solid var(--lijn); margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding: .5rem 0; }
th, td { border: 1px solid var(--lijn); padding: .35rem .6rem; text-align: left;
  vertical-align: top; }
thead th { background: var(--vlak); }
tbody th { font-weight: normal; }
td ul { margin: 0; padding-left: 1.1rem; }
td p { margin: 0 0 .3rem; }
td code { overflow-wrap: anywhere; display: block; min-width: 14rem; }
.tabel, .tekening { overflow-x: auto; margin-bottom: 1.5rem; }
figure { margin: 1rem 0; }
.ernst { font-weight: bold; }
.ernst.fout { color: #9b1c1c; }
.ernst.waarschuwing { color: #7a4b00; }
.ernst.melding { color: #1f4f7a; }
.graaf text { font: 12px system-ui, sans-serif; fill: var(--inkt); }
.graaf .naam { font-weight: bold; }
.graaf rect { fill: var(--vlak); stroke: var(--lijn); }
.graaf rect.elders { fill: var(--papier); stroke-dasharray: 5 3; }
.graaf a:focus rect, .graaf a:hover rect { stroke: var(--link); stroke-width: 3; }
.graaf .pijl { fill: none; stroke: var(--lijn); stroke-width: 1.5; }
.graaf marker path { fill: var(--lijn); }
.lijn { max-width: 100%; height: auto; }
.lijn text { font: 13px system-ui, sans-serif; fill: var(--inkt); }
.lijn .naam { font-weight: bold; }
.lijn .op { text-anchor: end; }
.lijn .onder { text-anchor: middle; }
.lijn .raster { stroke: #d1d5db; }
.lijn .as { stroke: var(--lijn); }
.lijn .loop { stroke: var(--link); stroke-width: 3; }
.lijn .sprong { stroke: #9b1c1c; stroke-width: 2; stroke-dasharray: 5 4; }
.lijn circle { fill: var(--papier); stroke: var(--link); stroke-width: 2; }
tr:has(:target) { background: #fff3c4; }
pre { overflow-x: auto; background: var(--vlak); padding: .5rem; }
@media print { .overslaan, nav { display: none; } body { max-width: none; } }
"""
