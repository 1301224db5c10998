// What every page is given and gives back: the workbench to read from, and a list of wishes that
// the shell carries out after the frame, so that nothing changes under a page that is being drawn.
// Also the small translations from the domain's words to the design's.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/app/actions.hpp"
#include "ui/app/export_job.hpp"
#include "ui/models/phrases.hpp"
#include "ui/models/workbench.hpp"
#include "ui/widgets/bars.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icons.hpp"

namespace tandem::views {

using geometry::Rect;
using ui::px;

enum class Page { today, curricula, schedule, cohorts, people, documents, settings };

struct Destination {
  Page page{};
  std::string session;        // code; "" for none
  std::string cohort;         // code
  std::string person{};       // number
  std::string facilitator{};  // code
  std::string module{};       // code of a module or a competency
  std::string room{};         // code
  std::string setting{};      // code of a site, a room, equipment, a facilitator, cohort or unit
};

// One undo step.
struct Edit {
  std::vector<Command> commands;
  std::string label;
  bool quiet{};  // what changed is in view: nothing more is said
  // Instead of the commands, where later ones must see what earlier ones did.
  std::function<Result<void>(Batch&)> build{};
};

struct Wishes {
  std::optional<Destination> go;
  std::optional<app::Action> act{};  // as if its key had been pressed
  bool solve{};
  bool stop{};
  bool accept{};
  bool discard{};
  std::optional<Edit> edit;
  TableId add{};  // a dialog for a new row of it; not wished for: workspaces, the one
  std::optional<app::ExportOrder> save;  // documents to files
  bool stop_saving{};
  std::filesystem::path show_folder{};  // in the system's own file manager
  std::string say{};                    // a message at the foot of the page
};

// The planner's sentences as a page shows them, for this frame (ui/models/phrases.hpp).
inline std::string_view sentence(std::string_view text) {
  return text.empty() ? text : ui::phrase("{}{}", models::capital(text.front()), text.substr(1));
}
// “what somebody said”
inline std::string_view in_quotes(std::string_view words) { return ui::phrase("“{}”", words); }
inline std::string_view whole_dates(std::string_view text) {
  return ui::copied(models::whole_dates(text, ui::frame_memory()));
}

inline ui::Orientation shown(Orientation orientation) {
  switch (orientation) {
    case Orientation::lead:
      return ui::Orientation::leader;
    case Orientation::manage:
      return ui::Orientation::manager;
    case Orientation::both:
      return ui::Orientation::both;
  }
  return ui::Orientation::none;
}

// The inspector's body as an area, its scroll bar in the padding beside the words.
inline Rect scrolling(const Rect& body) { return body.inset(-px(12), 0); }
inline constexpr ui::AreaOptions kScrolling{.margin = 12};

// Widths of the window in design pixels. Below the first the rail folds and the inspector is
// narrow; below the second it opens only for what was chosen by hand.
inline constexpr float kWide = 1400;
inline constexpr float kRoomy = 1100;

}  // namespace tandem::views
