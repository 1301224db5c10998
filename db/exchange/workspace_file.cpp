#include "db/exchange/workspace_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"

namespace tandem::db {

Settings read_settings(const TableFile& file, ProblemList& problems) {
  const auto fields = file.table().fields;
  std::vector<std::string_view> names;
  for (const Field& field : fields) names.push_back(field.name);
  Settings out{std::vector<const CsvCell*>(fields.size()), {}, file.cell_of(1)};
  std::vector<bool> mentioned(fields.size());

  for (std::size_t i = 0; i < file.rows(); ++i) {
    const CsvRow line = file.row(i);
    if (file.cell_of(0) >= line.cells.size()) continue;  // too short, and reported
    const CsvCell& key = line.cells[file.cell_of(0)];
    const CsvCell* value = file.has_shape(line) ? &line.cells[out.column] : nullptr;
    const auto complain = [&](std::string message, std::string hint) {
      problems.add(file.name(), key.line, file.cell_of(0) + 1, std::move(message), std::move(hint));
    };
    if (!key.sound) continue;
    const auto it = std::find(names.begin(), names.end(), key.text);
    const auto field = static_cast<std::size_t>(it - names.begin());
    bool twice = false;
    if (it != names.end()) {
      twice = mentioned[field];
      mentioned[field] = true;
      if (!twice) out.cells[field] = value;
    } else if (key.text.starts_with("x_")) {
      if (value && !value->text.empty()) twice = !out.extras.emplace(key.text, value->text).second;
    } else {
      const auto near = nearest(key.text, names);
      complain(fmt::format("there is no setting '{}'", key.text),
               near.empty() ? "settings of your own begin with x_"
                            : fmt::format("did you mean {}?", near));
    }
    if (twice)
      complain(fmt::format("the setting '{}' stands twice", key.text), "take one of them away");
  }
  for (std::size_t f = 0; f < fields.size(); ++f)
    if (fields[f].is_required && !mentioned[f])
      problems.add(file.name(), 1, 0, fmt::format("the setting '{}' is missing", names[f]),
                   "it may not be left out");
  return out;
}

}  // namespace tandem::db
