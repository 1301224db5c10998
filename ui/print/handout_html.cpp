#include "ui/print/handout_html.hpp"

#include <fmt/format.h>

#include "ui/print/html.hpp"
#include "ui/print/html_page.hpp"
#include "ui/print/plan_marks.hpp"

namespace tandem::print {
namespace {

using report::HandoutCell;
using report::HandoutSection;
using report::HandoutTable;

constexpr std::string_view kStyle = R"(
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.3rem 1rem; }
.facts dt { color: #5E5E68; font-size: 0.875rem; }
.facts + table { margin-top: 1rem; }
.sign { border: 1px solid #8B8B92; min-width: 6rem; height: 2.4rem; }
)";

// The first line as it is, the others quieter.
std::string cell(const std::string& text) {
  const std::size_t line = text.find('\n');
  std::string out = isolated(text.substr(0, line));
  for (std::size_t from = line; from != std::string::npos;) {
    const std::size_t to = text.find('\n', from + 1);
    const std::size_t length = to == std::string::npos ? to : to - from - 1;
    out += "<span class=\"detail\">" + isolated(text.substr(from + 1, length)) + "</span>";
    from = to;
  }
  return out;
}

std::string table(const HandoutTable& table) {
  std::string out = "<table>\n<thead><tr>";
  for (const auto& column : table.columns)
    out += "<th scope=\"col\">" + escaped(column.head) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out += "<tr>";
    for (std::size_t k = 0; k < row.size(); ++k) {
      const bool head = table.columns[k].kind == HandoutCell::strong;
      const bool pen = table.columns[k].kind == HandoutCell::pen;
      out += head ? "<th scope=\"row\">" : pen ? "<td class=\"sign\">" : "<td>";
      out += cell(row[k]);
      out += head ? "</th>" : "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string section(const HandoutSection& section) {
  std::string out = "<section>\n";
  if (!section.heading.empty()) {
    out += "<h2>" + isolated(section.heading);
    if (!section.aside.empty())
      out += " <span class=\"quiet\">" + isolated(section.aside) + "</span>";
    out += "</h2>\n";
  }
  if (!section.facts.empty()) {
    out += "<dl class=\"facts\">\n";
    for (const auto& fact : section.facts)
      out += "<dt>" + escaped(fact.key) + "</dt><dd>" + isolated(fact.words) + "</dd>\n";
    out += "</dl>\n";
  }
  if (!section.table.rows.empty()) out += table(section.table);
  if (!section.note.empty()) out += "<p class=\"quiet\">" + isolated(section.note) + "</p>\n";
  return out + "</section>\n";
}

}  // namespace

std::string handout_html(const report::Handout& handout) {
  std::string out = page_begin(handout.kind + ": " + handout.title, kStyle);
  out +=
      fmt::format("<header>\n<p class=\"running\"><span>{}</span><span>{}, {}</span></p>\n",
                  isolated(handout.organisation), escaped(handout.kind), day_words(handout.as_of));
  out += "<h1>" + isolated(handout.title) + "</h1>\n";
  for (const std::string& line : handout.lines)
    out += "<p class=\"quiet\">" + isolated(line) + "</p>\n";
  out += "</header>\n";
  for (const HandoutSection& s : handout.sections) out += section(s);
  out += "<footer>\n";
  if (!handout.closing.empty()) out += "<p>" + escaped(handout.closing) + "</p>\n";
  out += "<p>" + isolated(handout.title) + " · as of " + day_words(handout.as_of) +
         "</p>\n</footer>\n";
  return out.append(page_end());
}

}  // namespace tandem::print
