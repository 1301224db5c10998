#include "ui/views/export_panel.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "ui/models/phrases.hpp"
#include "ui/widgets/charts.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using app::DocumentFormat;
using app::DocumentKind;

void heading(Area& area, std::string_view text) {
  section_label(area.next(px(18)), text);
  area.skip(px(8));
}

void muted(Area& area, std::string_view words) {
  const Rect r = area.rest();
  area.skip(paragraph(r, Type::small, ink(Colour::muted), words));
  record(ui::Role::text, r, words);
}

bool is_whole(std::string_view path) { return path.starts_with('/'); }

std::string_view many(std::size_t n, DocumentKind kind) { return counted(n, app::noun(kind)); }

const std::vector<DocumentFormat>& formats(const DocumentsState& state) {
  static const std::map<DocumentKind, std::vector<DocumentFormat>> kUsual = [] {
    std::map<DocumentKind, std::vector<DocumentFormat>> out;
    for (const DocumentKind kind : app::kDocumentKinds) out[kind] = {app::formats_of(kind).front()};
    return out;
  }();
  const auto chosen = state.formats.find(state.kind);
  return chosen == state.formats.end() ? kUsual.at(state.kind) : chosen->second;
}

std::string_view title_of(DocumentKind kind) {
  constexpr std::array<std::string_view, 4> kTitles{"Development plan", "Facilitator pack",
                                                    "Attendance sheet", "Cohort calendar"};
  return kTitles[static_cast<std::size_t>(kind)];
}

// What is in it, and above all what is not.
std::string_view content_of(DocumentKind kind) {
  constexpr std::array<std::string_view, 4> kContents{
      "Their own words first. Private notes and moments they did not share stay out.",
      "Sessions ahead with times and rooms. Of people: names, arrangements and nothing else.",
      "Names, arrangements and room to sign. Nothing else about anybody.",
      "Dates, times and rooms under a neutral title. No name of a participant."};
  return kContents[static_cast<std::size_t>(kind)];
}

std::string_view purpose_of(DocumentFormat format, DocumentKind kind) {
  switch (format) {
    case DocumentFormat::pdf:
      return "to print and to send";
    case DocumentFormat::html:
      return "for browsers";
    case DocumentFormat::csv:
      return "for a spreadsheet";
    case DocumentFormat::ics:
      break;
  }
  return kind == DocumentKind::calendar ? "to subscribe or import" : "neutral titles";
}

void scope(Area& area, models::PrintRoom& room, DocumentsState& state) {
  const auto& list = room.list(state.kind);
  const std::size_t listed = room.index(state.kind, state.search, state.cohort).size();
  heading(area, "How many");
  const auto choice = [&](std::string_view label, ExportScope scope) {
    if (radio(area.next(px(28)), label, state.scope == scope)) state.scope = scope;
  };
  const models::DocumentLine* line = list.line(code_in_view(room, state));
  choice(line ? phrase("This one: {}", line->name) : "This one", ExportScope::one);
  if (listed < list.lines.size() && listed > 0)
    choice(phrase("The {} in the list", many(listed, state.kind)), ExportScope::listed);
  choice(phrase("All {}", many(list.lines.size(), state.kind)), ExportScope::all);
}

void format_boxes(Area& area, DocumentsState& state) {
  heading(area, "As files");
  for (const DocumentFormat format : app::formats_of(state.kind)) {
    Rect row = area.next(px(28));
    const std::string_view purpose = purpose_of(format, state.kind);
    const float width = text_width(Type::small, purpose) + 1;
    label(row.cut_right(width, px(8)), Type::small, ink(Colour::muted), purpose, Align::right);
    const auto& now = formats(state);
    bool on = std::ranges::find(now, format) != now.end();
    if (!checkbox(row, app::word(format), on)) continue;
    std::vector<DocumentFormat> chosen = now;
    if (on)
      chosen.push_back(format);
    else
      std::erase(chosen, format);
    std::ranges::sort(chosen);
    state.formats[state.kind] = chosen;
  }
}

void folder(Area& area, models::PrintRoom& room, DocumentsState& state) {
  heading(area, "Folder");
  const bool whole = is_whole(state.folder);
  input(area.next(px(metric::kControl)), "Folder to save in", state.folder,
        {.hint = "/home/you/Documents",
         .refused = whole ? "" : "Write the whole path, from the first slash on.",
         .icon = Icon::folder});
  area.skip(px(6));
  const app::DocumentRef ref{state.kind, code_in_view(room, state)};
  if (!whole)
    muted(area, "Write the whole path, from the first slash on.");
  else if (!ref.code.empty() && !formats(state).empty())
    muted(area, phrase("{}/{}{}", app::folder_of(state.kind), app::file_stem(ref),
                       app::ending(formats(state).front())));
}

void under_way(Area& area, const app::ExportJob& job, Wishes& wishes) {
  const std::size_t all = job.order().documents.size();
  const std::size_t made = job.made();
  Rect line = area.next(px(metric::kControlSmall));
  if (button_right(line, "Stop",
                   {.small = true,
                    .icon = Icon::stop,
                    .enabled = !job.stopping(),
                    .reason = job.stopping() ? "Writing what is made so far" : ""}))
    wishes.stop_saving = true;
  section_label(line, phrase("Making {}", many(all, job.order().documents.front().kind)));
  area.skip(px(6));
  progress_bar(area.next(px(16)), static_cast<double>(made) / static_cast<double>(all));
  area.skip(px(4));
  const Rect words = area.next(px(18));
  label(words, Type::small, ink(Colour::text), phrase("{} of {}", made, all));
  record(ui::Role::text, words, phrase("{} of {}", made, all));
}

void reason_line(Area& area, Status status, std::string_view fact, std::string_view detail = {}) {
  area.skip(ui::reason(area.rest(), status, fact, detail) + px(8));
}

void findings(Area& area, const app::ExportReport& report) {
  if (report.without_next_step > 0)
    reason_line(area, Status::attention,
                phrase("{} without a next step", many(report.without_next_step, report.kind)),
                "They are made, and each says why.");
  if (report.without_calendar > 0)
    reason_line(area, Status::attention,
                phrase("{} without a calendar file", counted(report.without_calendar, "document")),
                "There is no meeting to put in one.");
  if (!report.missing_scripts.empty()) {
    const std::vector<std::string> scripts(report.missing_scripts.begin(),
                                           report.missing_scripts.end());
    reason_line(area, Status::attention,
                phrase("No installed font prints {}", sentence_list(scripts)),
                "Boxes stand in its place. The package fonts-noto-cjk has Chinese, Japanese and "
                "Korean.");
  }
}

void outcome(Area& area, const app::ExportReport& report, Wishes& wishes) {
  heading(area, "Where they went");
  const std::string_view done =
      report.done == report.asked
          ? many(report.done, report.kind)
          : phrase("{} of {}", report.done, many(report.asked, report.kind));
  for (const Error& error : report.errors) {
    const std::string_view where = error.where.empty() ? "" : phrase(": {}", error.where);
    reason_line(area, Status::late, phrase("{}{}", sentence(error.message), where),
                sentence(error.hint));
  }
  if (report.stopped)
    reason_line(area, Status::attention, phrase("Stopped: {} saved", done),
                "Every file in the folder is whole.");
  else if (report.errors.empty())
    reason_line(area, Status::ok, phrase("{} saved", done),
                report.pages > 0
                    ? phrase("{} of PDF, {} new or changed", counted(report.pages, "page"),
                             counted(report.written, "file"))
                    : phrase("{} new or changed", counted(report.written, "file")));
  else if (report.done > 0)
    reason_line(area, Status::attention, phrase("{} saved before that", done),
                "Every file in the folder is whole.");
  findings(area, report);
  if (report.done == 0) return;
  muted(area, report.folder.native());
  area.skip(px(6));
  Rect line = area.next(px(metric::kControlSmall));
  if (button_left(line, "Show folder", {.small = true, .icon = Icon::folder}))
    wishes.show_folder = report.folder;
  if (button_left(line, "Copy path", {.small = true}))
    ImGui::SetClipboardText(report.folder.c_str());
}

}  // namespace

const std::string& code_in_view(models::PrintRoom& room, const DocumentsState& state) {
  static const std::string kNone;
  const auto& list = room.list(state.kind);
  const auto chosen = state.chosen.find(state.kind);
  if (chosen != state.chosen.end() && list.line(chosen->second)) return chosen->second;
  const auto& index = room.index(state.kind, state.search, state.cohort);
  return index.empty() ? kNone : list.lines[index.front()].code;
}

app::ExportOrder export_order(models::PrintRoom& room, const DocumentsState& state) {
  app::ExportOrder out;
  out.formats = formats(state);
  out.folder = state.folder;
  const auto& list = room.list(state.kind);
  switch (state.scope) {
    case ExportScope::one:
      if (const std::string& code = code_in_view(room, state); !code.empty())
        out.documents.push_back({state.kind, code});
      break;
    case ExportScope::listed:
      for (const std::size_t k : room.index(state.kind, state.search, state.cohort))
        out.documents.push_back({state.kind, list.lines[k].code});
      break;
    case ExportScope::all:
      for (const auto& line : list.lines) out.documents.push_back({state.kind, line.code});
      break;
  }
  return out;
}

std::string_view save_words(models::PrintRoom& room, const DocumentsState& state) {
  if (state.scope == ExportScope::one) return phrase("Save this {}", app::noun(state.kind));
  const std::size_t n = state.scope == ExportScope::all
                            ? room.list(state.kind).lines.size()
                            : room.index(state.kind, state.search, state.cohort).size();
  return phrase("Save {}", many(n, state.kind));
}

std::string_view save_refused(models::PrintRoom& room, const DocumentsState& state) {
  if (room.job().running()) return "Files are being made";
  if (formats(state).empty()) return "Choose at least one kind of file";
  if (!is_whole(state.folder)) return "The folder wants a whole path, from the first slash on";
  return {};
}

std::string_view export_words(const app::ExportJob& job) {
  if (!job.running()) return {};
  return phrase(
      "Making {}: {} of {}",
      counted(job.order().documents.size(), app::noun(job.order().documents.front().kind)),
      job.made(), job.order().documents.size());
}

void export_panel(const Rect& inspector, models::PrintRoom& room, DocumentsState& state,
                  Wishes& wishes) {
  const InspectorFrame frame = inspector_frame(inspector, 0);
  Area area("export", scrolling(frame.body), kScrolling);
  const models::DocumentLine* line = room.list(state.kind).line(code_in_view(room, state));
  label(area.next(px(24)), Type::section, ink(Colour::text), title_of(state.kind));
  if (line) {
    area.skip(px(2));
    label(area.next(px(20)), Type::small, ink(Colour::muted), line->whose);
  }
  area.skip(px(8));
  muted(area, content_of(state.kind));
  rule(area);
  scope(area, room, state);
  rule(area);
  format_boxes(area, state);
  rule(area);
  folder(area, room, state);
  if (room.job().running()) {
    rule(area);
    under_way(area, room.job(), wishes);
  } else if (const app::ExportReport* report = room.job().report()) {
    rule(area);
    outcome(area, *report, wishes);
  }
  area.skip(px(8));
}

}  // namespace tandem::views
