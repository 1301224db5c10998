#include "db/exchange/attendance_file.hpp"

#include <fmt/format.h>

#include <map>

#include "db/exchange/table_file.hpp"
#include "planner/domain/cell.hpp"
#include "planner/edit/apply.hpp"

namespace tandem::db {
namespace {

class Reader {
 public:
  Reader(const Program& program, std::string_view csv, const std::string& name)
      : codes_(program),
        file_(info(TableId::attendance), csv, problems_, name),
        batch_(program, ids_) {}

  Result<std::vector<Command>> read() {
    for (std::size_t i = 0; file_.readable() && i < file_.rows(); ++i) read_row(file_.row(i));
    if (!problems_.empty()) return tl::unexpected(problems_.sorted());
    return std::move(commands_);
  }

 private:
  void read_row(const CsvRow& cells) {
    if (!cells.sound || !file_.has_shape(cells)) return;  // told by the reader of the file
    AnyRow row = empty_row(TableId::attendance);
    bool sound = true;
    for (std::size_t f = 0; f < file_.table().fields.size(); ++f) {
      const Field& field = file_.table().fields[f];
      const std::size_t column = file_.cell_of(f);
      const auto text = column < cells.cells.size() ? cells.cells[column].text : std::string_view{};
      const TableId target = target_of(field, file_.table(), data(row));
      if (const auto value = read_cell(field, target, text, codes_)) {
        field.set(data(row), *value);
        continue;
      } else {
        sound = false;
        if (column < cells.cells.size())
          problems_.add(file_.name(), cells.cells[column].line, column + 1,
                        fmt::format("{}: {}", field.name, value.error().message),
                        value.error().hint);
      }
    }
    if (sound) record(as<Attendance>(row), cells.line);
  }

  void record(const Attendance& mark, std::uint32_t line) {
    const auto complain = [&](std::string message, std::string hint) {
      problems_.add(file_.name(), line, 0, std::move(message), std::move(hint));
    };
    const auto [first, fresh] =
        lines_.try_emplace({mark.session.value, mark.meeting, mark.person.value}, line);
    if (!fresh)
      return complain(fmt::format("this mark stands in line {} already", first->second),
                      "keep one of them");
    if (mark.status == AttendanceStatus::partial && !mark.minutes)
      return complain("a partial attendance says how many minutes", "fill in minutes");
    RecordAttendance command{mark.session, mark.meeting, mark.person, mark.status, mark.minutes};
    if (const auto added = batch_.add(command); !added)
      for (const Error& e : added.error())
        complain(e.where.empty() ? e.message : fmt::format("{}: {}", e.where, e.message), e.hint);
    commands_.push_back(command);
  }

  ProblemList problems_;
  ProgramCodes codes_;
  TableFile file_;
  CountingIds ids_{RawId{1} << 62};
  Batch batch_;  // tried here, so that a refusal is told with its line
  std::map<std::tuple<RawId, int, RawId>, std::uint32_t> lines_;
  std::vector<Command> commands_;
};

}  // namespace

Result<std::vector<Command>> read_attendance(const Program& program, std::string_view csv,
                                             const std::string& name) {
  return Reader{program, csv, name}.read();
}

}  // namespace tandem::db
