#include "planner/domain/field.hpp"

#include "planner/base/text.hpp"

namespace tandem::detail {

void Codec<std::vector<Amount>>::set(std::vector<Amount>& v, const Value& x) {
  v.clear();
  const auto* list = std::get_if<std::vector<std::string>>(&x);
  if (!list) return;
  for (const auto& item : *list) {
    const std::size_t colon = item.rfind(':');
    const auto quantity = colon == item.npos
                              ? std::nullopt
                              : parse_integer(std::string_view{item}.substr(colon + 1));
    if (quantity) v.push_back({item.substr(0, colon), static_cast<int>(*quantity)});
  }
}

}  // namespace tandem::detail
