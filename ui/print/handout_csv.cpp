#include "ui/print/handout_csv.hpp"

#include <algorithm>

#include "ui/print/printable.hpp"

namespace tandem::print {
namespace {

using report::HandoutColumn;
using report::HandoutSection;

std::string quoted(const std::string& text) {
  std::string out = printable(text);
  // Formula injection, as OWASP describes it: what begins like this is computed when it is opened.
  if (!out.empty() && std::string_view{"=+-@\t"}.find(out.front()) != std::string_view::npos)
    out.insert(out.begin(), '\'');
  if (out.find_first_of(",\"\n") == std::string::npos) return out;
  std::string quoted_text = "\"";
  for (const char c : out) {
    if (c == '"') quoted_text += '"';
    quoted_text += c;
  }
  return quoted_text + "\"";
}

void line(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t k = 0; k < cells.size(); ++k) {
    if (k > 0) out += ',';
    out += quoted(cells[k]);
  }
  out += '\n';
}

}  // namespace

std::string handout_csv(const report::Handout& handout) {
  const auto with_table = std::count_if(handout.sections.begin(), handout.sections.end(),
                                        [](const auto& s) { return !s.table.rows.empty(); });
  const bool name_sections = with_table > 1;
  std::string out;
  const std::vector<HandoutColumn>* before = nullptr;
  for (const HandoutSection& section : handout.sections) {
    if (section.table.rows.empty()) continue;
    if (!before || *before != section.table.columns) {
      std::vector<std::string> heads;
      if (name_sections) heads.push_back("Section");
      for (const auto& column : section.table.columns) heads.push_back(column.head);
      line(out, heads);
    }
    before = &section.table.columns;
    for (const auto& row : section.table.rows) {
      std::vector<std::string> cells;
      if (name_sections) cells.push_back(section.heading);
      cells.insert(cells.end(), row.begin(), row.end());
      line(out, cells);
    }
  }
  return out;
}

}  // namespace tandem::print
