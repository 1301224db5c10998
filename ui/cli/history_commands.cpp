// history, undo, redo: who changed what, and taking it back.
#include <fmt/format.h>

#include "ui/cli/commands.hpp"
#include "ui/cli/json.hpp"

namespace tandem::cli {
namespace {

constexpr std::array<std::string_view, 7> kSources{"window", "command line", "load", "import",
                                                   "undo",   "erasure",      "new schema"};

int take_back(const Context& context, Result<std::string> (app::Session::*step)(),
              std::string_view said) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto label = ((**session).*step)();
  if (!label) return report(context, label.error());
  context.out << fmt::format("{}: {}\n", said, *label);
  return kDone;
}

}  // namespace

int history(const Context& context) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  Json out = Json::array();
  for (const Transaction& tx : (*session)->transactions()) {
    const std::string_view source = kSources.at(static_cast<std::size_t>(tx.source));
    if (context.json)
      out.push_back({{"revision", tx.revision}, {"at", tx.at_utc}, {"by", tx.actor},
                     {"source", source}, {"label", tx.label}, {"undoes", tx.undoes}});
    else
      context.out << fmt::format("{:>5}  {}  {}: {}\n", tx.revision, tx.at_utc, tx.actor, tx.label);
  }
  if (context.json) context.out << out.dump(2) << '\n';
  return kDone;
}

int undo(const Context& context) { return take_back(context, &app::Session::undo, "took back"); }
int redo(const Context& context) { return take_back(context, &app::Session::redo, "brought back"); }

}  // namespace tandem::cli
