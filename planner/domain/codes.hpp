// How a code that a person wrote becomes the id of a row, and back. Cells and command JSON are read
// over this alone, so a folder that is still being loaded and a Program that stands serve alike.
#pragma once

#include <string>
#include <string_view>

#include "planner/domain/rows.hpp"

namespace tandem {

class Codes {
 public:
  virtual ~Codes() = default;

  // Returns: 0 when the table has no row of that code.
  virtual RawId find(TableId table, std::string_view code) const = 0;
  virtual std::string code(TableId table, RawId id) const = 0;
  // The known code most like this one, "" when none is near.
  virtual std::string nearest(TableId table, std::string_view code) const = 0;
};

// The codes of a Program, which must outlive this.
class ProgramCodes : public Codes {
 public:
  explicit ProgramCodes(const Program& program) : program_(program) {}

  RawId find(TableId table, std::string_view code) const override;
  std::string code(TableId table, RawId id) const override;
  std::string nearest(TableId table, std::string_view code) const override;

 private:
  const Program& program_;
};

}  // namespace tandem
