#include "ui/print/html_page.hpp"

#include "ui/print/html.hpp"

namespace tandem::print {
namespace {

constexpr std::string_view kSheet = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #FBFBF9; color: #1B1B1F;
  font: 16px/1.5 Inter, "Noto Sans", system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 50rem; margin: 2.5rem auto; padding: 3rem 3.5rem; background: #FFFFFF;
  border: 1px solid #E5E5E0; border-radius: 8px; }
h1, h2, h3, p, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; }
h1 { font-size: 2.1rem; line-height: 1.15; font-weight: 600; letter-spacing: -0.01em;
  overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; font-weight: 600; }
h3 { font-size: 1rem; font-weight: 600; }
section { margin-top: 1.75rem; padding-top: 1.25rem; border-top: 1px solid #E5E5E0; }
section > h2 + * { margin-top: 0.75rem; }
.quiet, .running, .detail { color: #5E5E68; font-size: 0.875rem; font-weight: 400; }
.detail { display: block; }
.running { display: flex; justify-content: space-between; gap: 1rem; margin-bottom: 1.5rem; }
.season { display: inline-block; margin: 0.75rem 0.5rem 0 0; padding: 0.2rem 0.7rem;
  background: #F3F3F0; border-radius: 4px; font-size: 0.9rem; font-weight: 500; }
.paused::before { content: ""; display: inline-block; width: 0.45em; height: 0.7em;
  margin-right: 0.5em; border: solid #5E5E68; border-width: 0 0.16em; }
.words { border: 0; border-left: 2px solid #1B1B1F; padding: 0 0 0 1rem; }
.words h2 { font-size: 0.875rem; font-weight: 400; color: #5E5E68; }
.words blockquote { margin: 0.35rem 0 0.6rem; font-size: 1.35rem; line-height: 1.4; }
blockquote { white-space: pre-line; overflow-wrap: anywhere; }
.unasked { color: #5E5E68; }
.step { border: 0; background: #F3F3F0; border-radius: 6px; padding: 1rem 1.25rem; }
.step h2 { font-size: 0.875rem; font-weight: 400; color: #5E5E68; }
.step p { margin: 0; }
.step .what { font-size: 1.2rem; font-weight: 600; margin: 0; }
.three { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.5rem; }
.three ul, .plain { list-style: none; }
.three li, .plain li, .three p { margin-top: 0.5rem; }
.three h3 .quiet { display: block; }
ol.growth { padding-left: 1.4rem; }
ol.growth li { margin-top: 0.6rem; padding-left: 0.2rem; }
ol.growth li::marker { color: #5E5E68; }
.chip { display: inline-block; width: 1.35em; height: 1.35em; margin-right: 0.4em;
  border-radius: 3px; font-size: 0.78em; line-height: 1.35em; text-align: center;
  font-weight: 600; }
.lead { background: #FBE8DA; color: #B4480B; }
.manage { background: #D9EEF3; color: #0B6E86; }
.both { background: linear-gradient(90deg, #FBE8DA 50%, #D9EEF3 50%); color: #1B1B1F; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
caption { text-align: left; padding: 0.5rem 0; }
th time, .time { white-space: nowrap; }
th, td { padding: 0.45rem 0.75rem 0.45rem 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid #E5E5E0; font-weight: 400; }
thead th { color: #5E5E68; font-size: 0.8rem; }
.evidence td, .evidence tbody th { vertical-align: middle; }
.evidence .note { color: #5E5E68; font-size: 0.8rem; padding-right: 0; width: 21%; }
.evidence thead th { vertical-align: bottom; }
.evidence svg { display: block; width: 100%; min-width: 18rem; height: auto; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; color: #5E5E68;
  font-size: 0.8rem; list-style: none; }
.legend svg { width: 0.8rem; height: 0.8rem; margin-right: 0.3rem; vertical-align: -0.06rem; }
.modules { display: flex; flex-wrap: wrap; gap: 0.25rem; list-style: none; }
.modules + p { margin-top: 0.5rem; }
.modules li { padding: 0.1rem 0.5rem; border: 1px solid #8B8B92; border-radius: 4px;
  font-size: 0.75rem; font-weight: 600; }
.modules .done { background: #5E5E68; border-color: #5E5E68; color: #FFFFFF; }
.modules .undated { border-style: dotted; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.pen { height: 4.2rem; background: linear-gradient(#8B8B92, #8B8B92) 0 2rem / 100% 1px no-repeat,
  linear-gradient(#8B8B92, #8B8B92) 0 4rem / 100% 1px no-repeat; }
footer { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid #E5E5E0; color: #5E5E68;
  font-size: 0.8rem; }
@media (max-width: 40rem) {
  main { margin: 0; padding: 1.5rem; border: 0; border-radius: 0; }
  .three { grid-template-columns: 1fr; }
}
@media print {
  @page { size: A4; margin: 18mm 20mm; }
  html { font-size: 9.5pt; }
  body { background: #FFFFFF; font-size: 1rem; }
  main { max-width: none; margin: 0; padding: 0; border: 0; }
  section, tr, li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)";

}  // namespace

std::string page_begin(std::string_view title, std::string_view more_style) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  out += escaped(title);
  out += "</title>\n<style>";
  out += kSheet;
  out += more_style;
  return out + "</style>\n</head>\n<body>\n<main>\n";
}

std::string_view page_end() { return "</main>\n</body>\n</html>\n"; }

}  // namespace tandem::print
