// The form of one module: what it is, its four boxes, what it needs, its objectives. Every field is
// one undo step; what is refused says so beside its field and leaves the old value.
#pragma once

#include "ui/views/modules_view.hpp"

namespace tandem::views {

void draw_module_form(const Rect& r, models::Syllabus& syllabus, ModulesState& state,
                      const Module& module, Wishes& wishes);
// The part with the objectives (objectives_form.cpp).
void objectives_form(ui::Area& area, models::Syllabus& syllabus, ModulesState& state,
                     const Module& module, Wishes& wishes);

// A change as a wish, checked first. Returns: why not, "" when it was asked for.
std::string wish(const Program& program, const Changed& change, Wishes& wishes);

}  // namespace tandem::views
