#include "ui/desktop/desk.hpp"

#include <imgui.h>

#include "db/exchange/folder.hpp"
#include "db/sqlite/sqlite_store.hpp"
#include "planner/edit/new_program.hpp"
#include "ui/app/recent_files.hpp"
#include "ui/views/started.hpp"

namespace tandem::desktop {
namespace {

namespace fs = std::filesystem;

constexpr const char* kClient = "tandem-desktop 0.1.0";

fs::path file_of(const app::Door& door) {
  return std::visit([](const auto& d) { return d.file; }, door);
}

// Beside the workspace, where its owner finds it: "northmere documents".
fs::path documents_beside(const fs::path& file) {
  std::error_code ignored;
  const fs::path whole = fs::weakly_canonical(fs::absolute(file, ignored), ignored);
  return whole.parent_path() / (whole.stem().string() + " documents");
}

}  // namespace

Desk::Desk(DeskOptions options, const Clock& clock, app::FileDialog* dialog, DeskCalls calls)
    : options_(std::move(options)),
      clock_(clock),
      calls_(std::move(calls)),
      doors_(dialog),
      recent_(app::recent_files(options_.recent)) {}

Desk::~Desk() = default;

Result<std::unique_ptr<app::Session>> Desk::session(const app::Door& door) {
  const TxInfo info{"load", options_.login, kClient, Source::load, 0};
  auto store = [&]() -> Result<std::unique_ptr<Store>> {
    if (const auto* load = std::get_if<app::LoadWorkspace>(&door)) {
      const auto program = db::read_folder(load->folder);
      if (!program) return fail(program.error());
      return db::create(load->file, *program, info, "Load " + load->folder.filename().string(),
                        clock_);
    }
    if (const auto* fresh = std::get_if<app::NewWorkspace>(&door)) {
      using namespace std::chrono;
      const Date today{floor<days>(clock_.now()).time_since_epoch()};
      return db::create(fresh->file, new_program(fresh->name, today), info,
                        "New workspace " + fresh->name, clock_);
    }
    return db::open(std::get<app::OpenWorkspace>(door).file, clock_);
  }();
  if (!store) return fail(store.error());
  return app::Session::open(std::move(*store), {options_.login, kClient, Source::gui}, clock_,
                            calls_.wake);
}

Result<void> Desk::enter(const app::Door& door) {
  if (auto saved = save(); !saved) return saved;
  auto opened = session(door);
  if (!opened) return fail(opened.error());
  problems_.clear();
  // The list is a convenience: a disk that refuses it does not keep the workspace shut.
  (void)app::remember_file(file_of(door), options_.recent);
  recent_ = app::recent_files(options_.recent);
  shell_.reset();
  session_ = std::move(*opened);
  shell_ = std::make_unique<views::Shell>(*session_, options_.look, shell_calls(file_of(door)));
  calls_.opened(*session_->program());
  return {};
}

views::ShellCalls Desk::shell_calls(const fs::path& workspace) {
  views::ShellCalls out;
  out.wake = calls_.wake;
  out.close = calls_.close;
  out.set_look = [this](const app::Appearance& look) {
    options_.look = look;
    calls_.set_look(look);
  };
  out.printer = options_.printer;
  out.graphics_card = options_.graphics_card;
  out.documents = documents_beside(workspace);
  out.show_folder = calls_.show_folder;
  out.open = [this] { doors_.open(); };
  out.create = [this] { doors_.create(); };
  out.load_tables = [this] { doors_.load_tables(); };
  out.recent = [this] { return recent_; };
  out.open_file = [this](const fs::path& file) { next_ = app::OpenWorkspace{file}; };
  return out;
}

void Desk::first_run() {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const bool sample = !options_.sample.empty();
  const auto answer = views::draw_first_run({0, 0, size.x, size.y}, {problems_, sample, recent_});
  if (answer.sample)
    next_ =
        app::LoadWorkspace{options_.sample, app::free_file(app::documents_folder(), "northmere")};
  if (answer.load) doors_.load_tables();
  if (answer.create) doors_.create();
  if (answer.open) doors_.open();
  if (!answer.file.empty()) next_ = app::OpenWorkspace{answer.file};
}

void Desk::draw() {
  if (shell_)
    shell_->draw();
  else
    first_run();
  if (const auto door = doors_.draw()) next_ = door;
  if (!next_) return;
  const app::Door door = *std::exchange(next_, std::nullopt);
  if (auto entered = enter(door); !entered) doors_.tell(entered.error());
}

bool Desk::busy() const { return (shell_ && shell_->busy()) || doors_.waiting(); }

Result<void> Desk::save() { return session_ ? session_->wait() : Result<void>{}; }

}  // namespace tandem::desktop
