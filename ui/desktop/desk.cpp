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

Result<void> Desk::may_leave() const {
  if (!shell_) return {};
  if (shell_->bench().job().running())
    return fail(ErrorCode::refused, "a plan is being made here", {}, "stop it first");
  if (shell_->bench().offer())
    return fail(ErrorCode::refused, "a proposed plan waits here", {},
                "accept it or discard it first");
  if (shell_->prints().job().running())
    return fail(ErrorCode::refused, "documents are being saved here", {},
                "wait for them, or stop it");
  return {};
}

Result<void> Desk::enter(const app::Door& door) {
  if (auto free = may_leave(); !free) return free;
  if (auto saved = save(); !saved) return saved;
  auto opened = session(door);
  if (!opened) return fail(opened.error());
  problems_.clear();
  // The list is a convenience: a disk that refuses it does not keep the workspace shut.
  (void)app::remember_file(file_of(door), options_.recent);
  std::error_code ignored;
  recent_ = app::recent_files(options_.recent);
  std::erase(recent_, fs::absolute(file_of(door), ignored).lexically_normal());
  shell_.reset();
  session_ = std::move(*opened);
  shell_ = std::make_unique<views::Shell>(*session_, options_.look, shell_calls(file_of(door)));
  shown_edition_ = session_->edition();
  calls_.shows(*session_->program());
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
  out.open_file = [this](const fs::path& file) { wish(app::OpenWorkspace{file}); };
  return out;
}

void Desk::first_run() {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const bool sample = !options_.sample.empty();
  const auto answer = views::draw_first_run({0, 0, size.x, size.y}, {problems_, sample, recent_});
  if (answer.sample)
    wish(app::LoadWorkspace{options_.sample, app::free_file(app::documents_folder(), "northmere")});
  if (answer.load) doors_.load_tables();
  if (answer.create) doors_.create();
  if (answer.open) doors_.open();
  if (!answer.file.empty()) wish(app::OpenWorkspace{answer.file});
}

void Desk::wish(app::Door door) {
  next_ = std::move(door);
  calls_.wake();
}

void Desk::draw() {
  // Between two frames: what the last one drew may still be on its way to the screen.
  if (next_) {
    const app::Door door = *std::exchange(next_, std::nullopt);
    if (auto entered = enter(door); !entered) doors_.tell(entered.error());
  }
  if (session_ && session_->edition() != shown_edition_) {
    shown_edition_ = session_->edition();
    calls_.shows(*session_->program());
  }
  if (shell_)
    shell_->draw();
  else
    first_run();
  if (auto door = doors_.draw()) wish(std::move(*door));
}

bool Desk::busy() const { return next_ || (shell_ && shell_->busy()) || doors_.waiting(); }

Result<void> Desk::save() { return session_ ? session_->wait() : Result<void>{}; }

}  // namespace tandem::desktop
