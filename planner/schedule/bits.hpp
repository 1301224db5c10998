// Rows of bits over the slots of the grid, and the few operations the engine lives on: cut out a
// range, ask about a range, intersect, and find every start with so many free slots after it. Rows
// are plain words so that loops over them vectorise. Knows nothing of what a bit means.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tandem::schedule {

using Word = std::uint64_t;
inline constexpr int kWordBits = 64;

constexpr int words_for(int bits) { return (bits + kWordBits - 1) / kWordBits; }

// Bits [begin, end) of the word that holds them all. Requires: 0 <= begin < end <= 64.
constexpr Word mask(int begin, int end) {
  const Word upper = end == kWordBits ? ~Word{0} : (Word{1} << end) - 1;
  return upper & ~((Word{1} << begin) - 1);
}

// Calls visit(word index, mask) for each word that [begin, end) touches.
template <class Visit>
void each_word(int begin, int end, Visit visit) {
  if (begin >= end) return;
  int word = begin / kWordBits;
  const int last = (end - 1) / kWordBits;
  int from = begin % kWordBits;
  for (; word < last; ++word, from = 0) visit(word, mask(from, kWordBits));
  visit(last, mask(from, (end - 1) % kWordBits + 1));
}

inline void set(Word* row, int begin, int end) {
  each_word(begin, end, [&](int w, Word m) { row[w] |= m; });
}
inline void clear(Word* row, int begin, int end) {
  each_word(begin, end, [&](int w, Word m) { row[w] &= ~m; });
}
inline bool test(const Word* row, int bit) {
  return ((row[bit / kWordBits] >> (bit % kWordBits)) & 1) != 0;
}
// Most ranges are one meeting long and lie in one word.
inline bool in_one_word(int begin, int end) {
  return end > begin && begin / kWordBits == (end - 1) / kWordBits;
}
inline Word word_mask(int begin, int end) {
  return mask(begin % kWordBits, (end - 1) % kWordBits + 1);
}
inline bool any(const Word* row, int begin, int end) {
  if (in_one_word(begin, end)) return (row[begin / kWordBits] & word_mask(begin, end)) != 0;
  Word found = 0;
  each_word(begin, end, [&](int w, Word m) { found |= row[w] & m; });
  return found != 0;
}
inline bool all(const Word* row, int begin, int end) {
  if (in_one_word(begin, end)) return (~row[begin / kWordBits] & word_mask(begin, end)) == 0;
  Word missing = 0;
  each_word(begin, end, [&](int w, Word m) { missing |= ~row[w] & m; });
  return missing == 0;
}
inline int count_bits(const Word* row, int begin, int end) {
  int n = 0;
  each_word(begin, end, [&](int w, Word m) { n += std::popcount(row[w] & m); });
  return n;
}
// First set bit of [begin, end), or -1.
inline int first(const Word* row, int begin, int end) {
  for (int bit = begin; bit < end;) {
    const Word rest = row[bit / kWordBits] >> (bit % kWordBits);
    if (rest != 0) {
      bit += std::countr_zero(rest);
      return bit < end ? bit : -1;
    }
    bit = (bit / kWordBits + 1) * kWordBits;
  }
  return -1;
}

// Keeps in `row` (words [from, to)) the bits that begin a run of `length` set bits, by shifting it
// over itself in doubling steps. Bits at or beyond word `to` count as unset.
inline void erode(Word* row, int from, int to, int length) {
  for (int have = 1; have < length;) {
    const int step = have < length - have ? have : length - have;
    have += step;
    if (step < kWordBits) {  // as for every meeting shorter than days
      for (int w = from; w < to; ++w) {
        const Word next = w + 1 < to ? row[w + 1] : 0;
        row[w] &= (row[w] >> step) | (next << (kWordBits - step));
      }
      continue;
    }
    const int words = step / kWordBits;
    const int bits = step % kWordBits;
    for (int w = from; w < to; ++w) {
      const Word low = w + words < to ? row[w + words] : 0;
      const Word high = w + words + 1 < to ? row[w + words + 1] : 0;
      row[w] &= bits == 0 ? low : (low >> bits) | (high << (kWordBits - bits));
    }
  }
}

// A table of rows of equal length in one block.
class BitRows {
 public:
  BitRows() = default;
  BitRows(int rows, int bits)
      : words_(words_for(bits)),
        data_(static_cast<std::size_t>(rows) * static_cast<std::size_t>(words_)) {}

  int words() const { return words_; }
  int rows() const { return words_ == 0 ? 0 : static_cast<int>(data_.size()) / words_; }
  // Requires: the length of this table's rows. Returns: the index of the new row.
  int add(std::span<const Word> row) {
    data_.insert(data_.end(), row.begin(), row.end());
    return rows() - 1;
  }
  Word* operator[](int row) { return data_.data() + offset(row); }
  const Word* operator[](int row) const { return data_.data() + offset(row); }
  std::size_t bytes() const { return data_.size() * sizeof(Word); }

 private:
  std::size_t offset(int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(words_);
  }

  int words_{};  // a row
  std::vector<Word> data_;
};

}  // namespace tandem::schedule
