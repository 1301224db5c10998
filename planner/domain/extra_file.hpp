// A file of the user's own in a workspace folder (x_....csv), kept as text and written out again.
#pragma once

#include "planner/domain/field.hpp"

namespace tandem {

struct ExtraFile : Row<ExtraFile> {
  std::string name;  // x_notes.csv
  std::string text;

  bool operator==(const ExtraFile&) const = default;
};

constexpr auto fields(Tag<ExtraFile>) {
  return std::array{
      field<&ExtraFile::name>("name").key(),
      field<&ExtraFile::text>("text").about(Privacy::personal, "unknown content is handled as personal"),
  };
}

}  // namespace tandem
