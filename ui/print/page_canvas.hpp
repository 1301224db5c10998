// A4 pages in the making: text, lines and shapes in points from the top left, to become a PDF or
// pictures of the pages. Pango sets the text (Inter, else Noto, else what the machine has), cairo
// draws it and embeds the fonts. Nothing is measured in pixels, so that lines and pages break on
// the screen where they break on paper. The bytes depend on what is drawn and on the fonts
// installed, never on the clock or the locale. Structure tags say what is a heading, a paragraph or
// a table. Used by the printers of documents; knows no document.
//
// Thread rule: one canvas one thread; canvases of different threads share nothing.
#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "planner/base/date.hpp"
#include "ui/geometry/picture.hpp"
#include "ui/geometry/rect.hpp"
#include "ui/print/ink.hpp"

namespace tandem::print {

using geometry::Point;
using geometry::Rect;

inline constexpr float kPageWidth = 595.28F;  // A4
inline constexpr float kPageHeight = 841.89F;
inline constexpr int kWidestPicture = 4000;

enum class Weight : unsigned char { regular, medium, strong };

struct Style {
  float size = 9.5F;
  Weight weight = Weight::regular;
  Ink ink = kText;
  float leading = 1.12F;  // of the font's own line height
};

// A piece of a paragraph in one style.
struct Run {
  std::string text;
  Style style;
};

enum class Align : unsigned char { left, centre, right };

struct PdfTitle {
  std::string title;
  std::string author;
  std::string subject;
  Date date{};  // stands as the date of making
};

class PageCanvas {
 public:
  explicit PageCanvas(const PdfTitle& title);  // of a PDF
  // Of pictures so many pixels wide. Requires: 1 to kWidestPicture.
  explicit PageCanvas(int picture_width);
  ~PageCanvas();
  PageCanvas(const PageCanvas&) = delete;
  PageCanvas& operator=(const PageCanvas&) = delete;

  // Wrapped to the width; words longer than it are broken. Returns: the height.
  float height(std::span<const Run> runs, float width);
  float text(Point top_left, float width, std::span<const Run> runs, Align align = Align::left);
  // Of one line. text_line stands at `top`, shrunk to the width if it must.
  float width(const std::string& text, const Style& style);
  float line_height(const Style& style);
  void text_line(Point top_left, float width, const std::string& text, Style style,
                 Align align = Align::left);

  void fill(const Rect& r, Ink ink, float radius = 0);
  void outline(const Rect& r, Ink ink, float thickness, float radius = 0, bool dotted = false);
  void line(Point from, Point to, Ink ink, float thickness, bool dotted = false);
  void polygon(std::span<const Point> points, Ink ink);
  void disc(Point centre, float radius, Ink ink);
  void ring(Point centre, float radius, Ink ink, float thickness);

  void next_page();

  // All between is one element of the document's structure: "H1", "H2", "P", "Table", "TR", "TD".
  class Tag {
   public:
    Tag(PageCanvas& canvas, const char* name);
    ~Tag();
    Tag(const Tag&) = delete;
    Tag& operator=(const Tag&) = delete;

   private:
    PageCanvas& canvas_;
    const char* name_;
  };

  // Scripts met that no installed font can print: "Han".
  const std::set<std::string>& missing_scripts() const;

  // The file, or a picture a page, as the canvas was begun. It is used up.
  std::string finish_pdf();
  std::vector<geometry::Picture> finish_pictures();

 private:
  struct Surface;
  void check() const;  // throws what cairo found wrong
  std::unique_ptr<Surface> surface_;
};

}  // namespace tandem::print
