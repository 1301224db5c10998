#include "ui/cli/context.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "db/sqlite/sqlite_store.hpp"
#include "planner/base/text.hpp"

namespace tandem::cli {

int report(const Context& context, const Errors& errors) {
  int exit = kBadInput;
  for (const Error& error : errors) {
    context.err << text(error) << '\n';
    if (error.code == ErrorCode::storage) exit = kStorage;
    if (error.code == ErrorCode::bad_usage) exit = kBadUsage;
  }
  if (errors.size() > 1) context.err << count(std::ssize(errors), "problem") << '\n';
  return exit;
}

Result<std::unique_ptr<app::Session>> open_session(const Context& context) {
  auto store = db::open(context.file, context.clock);
  if (!store) return fail(store.error());
  auto session = app::Session::open(
      std::move(*store),
      {context.actor.empty() ? context.login : context.actor, std::string{kClient}, Source::cli},
      context.clock);
  if (session) (*session)->pin_today(context.as_of);
  return session;
}

void forget_proposal(const Context& context, app::Session& session, const std::string& plan) {
  const auto done = session.with_store([&](Store& store) { return store.drop_proposal(plan); });
  if (done) return;
  context.err << fmt::format(
      "warning: the last proposal for {} is still kept ({}); tandem schedule puts a new one in its "
      "place\n",
      plan, text(done.error().front()));
}

Result<std::string> read_text(const std::filesystem::path& path) {
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) return fail(ErrorCode::not_found, "cannot be read", path.string(), "check the path");
  }
  std::istream& in = path == "-" ? std::cin : file;
  return std::string{std::istreambuf_iterator<char>{in}, {}};
}

namespace {

// "did you mean BOTH?", "the programmes are BOTH, EXEC and LEAD", or where all of them are listed.
std::string way_out(const TableInfo& table, const std::string& code,
                    std::vector<std::string> known) {
  constexpr std::size_t kFew = 12;
  const std::vector<std::string_view> views(known.begin(), known.end());
  if (const std::string_view near = nearest(code, views); !near.empty())
    return fmt::format("did you mean {}?", near);
  if (known.empty()) return "there are none yet";
  if (known.size() > kFew)
    return fmt::format("tandem export writes all {} to {}.csv", known.size(), table.name);
  std::sort(known.begin(), known.end());
  return known.size() == 1 ? fmt::format("the only one is {}", known.front())
                           : fmt::format("the {} are {}", table.name, sentence_list(known));
}

}  // namespace

Error unknown_code(const Program& program, TableId table, const std::string& code) {
  std::vector<std::string> codes;
  for_each_row(program, table,
               [&](const RowRef& ref) { codes.push_back(shown_key(program, ref)); });
  return {ErrorCode::not_found,
          fmt::format("there is no {} '{}'", info(table).singular, code),
          {},
          way_out(info(table), code, std::move(codes))};
}

}  // namespace tandem::cli
