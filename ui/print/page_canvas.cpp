#include "ui/print/page_canvas.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <numbers>
#include <stdexcept>

#include "ui/print/printable.hpp"

namespace tandem::print {
namespace {

constexpr const char* kFamilies = "Inter, Noto Sans, sans-serif";
constexpr int kFiner = 2;

cairo_status_t collect(void* out, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

struct Unref {
  void operator()(PangoLayout* p) const { g_object_unref(p); }
  void operator()(PangoFontDescription* p) const { pango_font_description_free(p); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;
using Font = std::unique_ptr<PangoFontDescription, Unref>;

PangoWeight weight_of(Weight weight) {
  switch (weight) {
    case Weight::regular:
      return PANGO_WEIGHT_NORMAL;
    case Weight::medium:
      return PANGO_WEIGHT_MEDIUM;
    case Weight::strong:
      break;
  }
  return PANGO_WEIGHT_SEMIBOLD;
}

Font font_of(const Style& style) {
  Font font{pango_font_description_from_string(kFamilies)};
  pango_font_description_set_weight(font.get(), weight_of(style.weight));
  pango_font_description_set_absolute_size(font.get(),
                                           static_cast<double>(style.size) * PANGO_SCALE);
  return font;
}

double channel(Ink ink, int shift) { return static_cast<double>((ink >> shift) & 0xFF) / 255; }
float points(int pango_units) {
  return static_cast<float>(pango_units) / static_cast<float>(PANGO_SCALE);
}

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

std::string script_name(GUnicodeScript script) {
  switch (script) {
    case G_UNICODE_SCRIPT_HAN:
      return "Han";
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
      return "Kana";
    case G_UNICODE_SCRIPT_HANGUL:
      return "Hangul";
    default:
      break;
  }
  const guint32 code = g_unicode_script_to_iso15924(script);  // four letters, "Deva"
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((code >> shift) & 0xFF);
  return out;
}

}  // namespace

struct PageCanvas::Surface {
  std::string bytes;                        // of the PDF
  std::vector<geometry::Picture> pictures;  // of the pages that are done
  bool as_pictures{};
  cairo_surface_t* page{};
  cairo_t* cr{};
  PangoContext* context{};
  std::set<std::string> missing;
  std::map<GUnicodeScript, bool> known;  // scripts by whether a font has them

  ~Surface() {
    if (context) g_object_unref(context);
    if (cr) cairo_destroy(cr);
    if (page) cairo_surface_destroy(page);
  }

  void begin() {
    cr = cairo_create(page);
    context = pango_cairo_create_context(cr);
    pango_context_set_language(context, pango_language_from_string("en"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(context, FALSE);
  }

  // What a PDF has by itself: widths that do not know the pixels.
  void measure_as_on_paper() {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
  }

  void blank_page() {
    ink(kPaper);
    cairo_paint(cr);
  }

  // Drawn kFiner times as large both ways and averaged, because cairo sets letters on whole pixels.
  void keep_picture() {
    cairo_surface_flush(page);
    const unsigned char* from = cairo_image_surface_get_data(page);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(page));
    geometry::Picture out;
    out.width = cairo_image_surface_get_width(page) / kFiner;
    out.height = cairo_image_surface_get_height(page) / kFiner;
    out.rgba.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
    std::uint8_t* to = out.rgba.data();
    for (int y = 0; y < out.height; ++y)
      for (int x = 0; x < out.width; ++x) {
        std::array<unsigned, 3> sum{};
        for (int dy = 0; dy < kFiner; ++dy)
          for (int dx = 0; dx < kFiner; ++dx) {
            std::uint32_t pixel = 0;  // 0x--RRGGBB in the machine's own byte order
            std::memcpy(&pixel,
                        from + stride * static_cast<std::size_t>(y * kFiner + dy) +
                            static_cast<std::size_t>(x * kFiner + dx) * 4,
                        4);
            for (std::size_t c = 0; c < 3; ++c) sum[c] += (pixel >> (16 - 8 * c)) & 0xFF;
          }
        for (const unsigned s : sum)
          *to++ = static_cast<std::uint8_t>(s / static_cast<unsigned>(kFiner * kFiner));
        *to++ = 0xFF;
      }
    pictures.push_back(std::move(out));
  }

  void ink(Ink colour) {
    cairo_set_source_rgb(cr, channel(colour, 16), channel(colour, 8), channel(colour, 0));
  }

  void stroke(Ink colour, float thickness, bool dotted) {
    ink(colour);
    cairo_set_line_width(cr, thickness);
    if (dotted) {
      const std::array<double, 2> dash{0, static_cast<double>(thickness) * 3};
      cairo_set_dash(cr, dash.data(), 2, 0);
      cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    }
    cairo_stroke(cr);
    cairo_set_dash(cr, nullptr, 0, 0);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
  }

  Layout layout(std::span<const Run> runs, float width, Align align) {
    std::string text;
    Layout out{pango_layout_new(context)};
    PangoAttrList* list = pango_attr_list_new();
    float leading = 0;
    for (const Run& run : runs) {
      const std::size_t from = text.size();
      text += printable(run.text);
      const Font font = font_of(run.style);
      const auto sixteen = [&](int shift) {
        return static_cast<guint16>(((run.style.ink >> shift) & 0xFF) * 0x101);
      };
      add(list, pango_attr_font_desc_new(font.get()), from, text.size());
      add(list, pango_attr_foreground_new(sixteen(16), sixteen(8), sixteen(0)), from, text.size());
      leading = std::max(leading, run.style.leading);
    }
    if (!runs.empty()) {
      const Font font = font_of(runs.front().style);
      pango_layout_set_font_description(out.get(), font.get());
    }
    pango_layout_set_text(out.get(), text.c_str(), static_cast<int>(text.size()));
    pango_layout_set_attributes(out.get(), list);
    pango_attr_list_unref(list);
    pango_layout_set_line_spacing(out.get(), leading);
    if (width > 0) {
      pango_layout_set_width(out.get(), static_cast<int>(width * PANGO_SCALE));
      pango_layout_set_wrap(out.get(), PANGO_WRAP_WORD_CHAR);
    }
    pango_layout_set_alignment(out.get(), align == Align::left     ? PANGO_ALIGN_LEFT
                                          : align == Align::centre ? PANGO_ALIGN_CENTER
                                                                   : PANGO_ALIGN_RIGHT);
    // A right-to-left name does not turn the columns of the page around.
    pango_layout_set_auto_dir(out.get(), FALSE);
    if (pango_layout_get_unknown_glyphs_count(out.get()) > 0) note_missing(text);
    return out;
  }

  void note_missing(const std::string& text) {
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
      const gunichar c = g_utf8_get_char(at);
      const GUnicodeScript script = g_unichar_get_script(c);
      if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED) continue;
      auto [it, fresh] = known.try_emplace(script, true);
      if (fresh) {
        char one[7] = {};
        const int n = g_unichar_to_utf8(c, one);
        const Layout alone{pango_layout_new(context)};
        pango_layout_set_text(alone.get(), one, n);
        it->second = pango_layout_get_unknown_glyphs_count(alone.get()) == 0;
      }
      if (!it->second) missing.insert(script_name(script));
    }
  }

  void path(const Rect& r, float radius) {
    const double x = r.x0, y = r.y0, w = r.width(), h = r.height(), c = radius;
    cairo_new_sub_path(cr);
    if (c <= 0) {
      cairo_rectangle(cr, x, y, w, h);
      return;
    }
    const double quarter = std::numbers::pi / 2;
    cairo_arc(cr, x + w - c, y + c, c, -quarter, 0);
    cairo_arc(cr, x + w - c, y + h - c, c, 0, quarter);
    cairo_arc(cr, x + c, y + h - c, c, quarter, 2 * quarter);
    cairo_arc(cr, x + c, y + c, c, 2 * quarter, 3 * quarter);
    cairo_close_path(cr);
  }
};

PageCanvas::PageCanvas(const PdfTitle& title) : surface_(std::make_unique<Surface>()) {
  Surface& s = *surface_;
  s.page = cairo_pdf_surface_create_for_stream(collect, &s.bytes, kPageWidth, kPageHeight);
  const auto set = [&](cairo_pdf_metadata_t what, const std::string& value) {
    cairo_pdf_surface_set_metadata(s.page, what, printable_line(value).c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, title.title);
  set(CAIRO_PDF_METADATA_AUTHOR, title.author);
  set(CAIRO_PDF_METADATA_SUBJECT, title.subject);
  set(CAIRO_PDF_METADATA_CREATOR, "Tandem");
  // Unset, the wall clock would stand here and no two files would be equal.
  const std::string moment = tandem::text(title.date) + "T00:00:00Z";
  set(CAIRO_PDF_METADATA_CREATE_DATE, moment);
  set(CAIRO_PDF_METADATA_MOD_DATE, moment);
  s.begin();
}

PageCanvas::PageCanvas(int picture_width) : surface_(std::make_unique<Surface>()) {
  if (picture_width < 1 || picture_width > kWidestPicture)
    throw std::logic_error("a page cannot be a picture of this width");
  Surface& s = *surface_;
  s.as_pictures = true;
  const double zoom = static_cast<double>(picture_width) / static_cast<double>(kPageWidth);
  const int height = static_cast<int>(std::lround(zoom * static_cast<double>(kPageHeight)));
  s.page = cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture_width * kFiner, height * kFiner);
  s.begin();
  s.measure_as_on_paper();
  s.blank_page();
  cairo_scale(s.cr, zoom * kFiner, zoom * kFiner);
}

PageCanvas::~PageCanvas() = default;

float PageCanvas::height(std::span<const Run> runs, float width) {
  int h = 0;
  pango_layout_get_size(surface_->layout(runs, width, Align::left).get(), nullptr, &h);
  return points(h);
}

float PageCanvas::text(Point top_left, float width, std::span<const Run> runs, Align align) {
  const Layout layout = surface_->layout(runs, width, align);
  surface_->ink(kText);
  cairo_move_to(surface_->cr, top_left.x, top_left.y);
  pango_cairo_show_layout(surface_->cr, layout.get());
  int h = 0;
  pango_layout_get_size(layout.get(), nullptr, &h);
  return points(h);
}

float PageCanvas::width(const std::string& text, const Style& style) {
  const Run run{text, style};
  int w = 0;
  pango_layout_get_size(surface_->layout({&run, 1}, 0, Align::left).get(), &w, nullptr);
  return points(w);
}

float PageCanvas::line_height(const Style& style) {
  const Run run{"Ag", style};
  return height({&run, 1}, 0);
}

void PageCanvas::text_line(Point top_left, float width_given, const std::string& text, Style style,
                          Align align) {
  const std::string line = printable_line(text);
  const float wanted = width(line, style);
  if (wanted > width_given) {
    const float tall = line_height(style);
    style.size *= width_given / wanted * 0.995F;
    top_left.y += (tall - line_height(style)) * 0.75F;  // about the same baseline
  }
  const Run run{line, style};
  // The width is given with a little air, so that rounding never wraps the last word.
  this->text({top_left.x, top_left.y}, align == Align::left ? width_given + 4 : width_given,
             {&run, 1}, align);
}

void PageCanvas::fill(const Rect& r, Ink ink, float radius) {
  surface_->path(r, radius);
  surface_->ink(ink);
  cairo_fill(surface_->cr);
}

void PageCanvas::outline(const Rect& r, Ink ink, float thickness, float radius, bool dotted) {
  surface_->path(r.inset(thickness / 2), radius);
  surface_->stroke(ink, thickness, dotted);
}

void PageCanvas::line(Point from, Point to, Ink ink, float thickness, bool dotted) {
  cairo_move_to(surface_->cr, from.x, from.y);
  cairo_line_to(surface_->cr, to.x, to.y);
  surface_->stroke(ink, thickness, dotted);
}

void PageCanvas::polygon(std::span<const Point> points, Ink ink) {
  cairo_new_path(surface_->cr);  // setting text leaves a current point behind
  for (const Point& p : points) cairo_line_to(surface_->cr, p.x, p.y);
  cairo_close_path(surface_->cr);
  surface_->ink(ink);
  cairo_fill(surface_->cr);
}

void PageCanvas::disc(Point centre, float radius, Ink ink) {
  cairo_new_sub_path(surface_->cr);
  cairo_arc(surface_->cr, centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
  surface_->ink(ink);
  cairo_fill(surface_->cr);
}

void PageCanvas::ring(Point centre, float radius, Ink ink, float thickness) {
  disc(centre, radius, kPaper);  // a line behind it does not show through
  cairo_new_sub_path(surface_->cr);
  cairo_arc(surface_->cr, centre.x, centre.y, radius - thickness / 2, 0, 2 * std::numbers::pi);
  surface_->stroke(ink, thickness, false);
}

void PageCanvas::next_page() {
  if (surface_->as_pictures) {
    surface_->keep_picture();
    surface_->blank_page();
  } else {
    cairo_show_page(surface_->cr);
  }
}

// Pictures have no structure; cairo lets a tag pass there.
PageCanvas::Tag::Tag(PageCanvas& canvas, const char* name) : canvas_(canvas), name_(name) {
  cairo_tag_begin(canvas_.surface_->cr, name_, nullptr);
}
PageCanvas::Tag::~Tag() { cairo_tag_end(canvas_.surface_->cr, name_); }

const std::set<std::string>& PageCanvas::missing_scripts() const { return surface_->missing; }

void PageCanvas::check() const {
  for (const cairo_status_t status :
       {cairo_surface_status(surface_->page), cairo_status(surface_->cr)})
    if (status != CAIRO_STATUS_SUCCESS) throw std::logic_error(cairo_status_to_string(status));
}

std::string PageCanvas::finish_pdf() {
  cairo_surface_finish(surface_->page);
  check();
  return std::move(surface_->bytes);
}

std::vector<geometry::Picture> PageCanvas::finish_pictures() {
  check();
  surface_->keep_picture();
  return std::move(surface_->pictures);
}

}  // namespace tandem::print
