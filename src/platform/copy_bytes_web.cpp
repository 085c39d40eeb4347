// memcpy, memmove and memset for the engine: WebAssembly's own instructions for long stretches, words for short ones.
// The C library's go byte by byte or ask JavaScript, and SQLite moves bytes within its pages all the time.
// Source: WebAssembly 2.0, memory.copy and memory.fill, which every browser with WebGL 2 has.
#include <cstddef>
#include <cstdint>

namespace {

// From here on the instruction is quicker than the words.
constexpr std::size_t kLong = 64;

template <class Word>
struct [[gnu::packed, gnu::may_alias]] Loose {
  Word word;
};

template <class Word>
Word load(const char* from) {
  return reinterpret_cast<const Loose<Word>*>(from)->word;
}

template <class Word>
void store(char* to, Word word) {
  reinterpret_cast<Loose<Word>*>(to)->word = word;
}

// n bytes, one or two words long. Both are read before one is written, so the stretches may overlap.
template <class Word>
void copy_two(char* to, const char* from, std::size_t n) {
  const Word first = load<Word>(from), last = load<Word>(from + n - sizeof(Word));
  store(to, first);
  store(to + n - sizeof(Word), last);
}

struct Sixteen {
  std::uint64_t low, high;
};

void copy_short(char* to, const char* from, std::size_t n) {
  if (n > 32) {
    const Sixteen a = load<Sixteen>(from), b = load<Sixteen>(from + 16), c = load<Sixteen>(from + n - 32), d = load<Sixteen>(from + n - 16);
    store(to, a);
    store(to + 16, b);
    store(to + n - 32, c);
    store(to + n - 16, d);
  } else if (n >= 16) copy_two<Sixteen>(to, from, n);
  else if (n >= 8) copy_two<std::uint64_t>(to, from, n);
  else if (n >= 4) copy_two<std::uint32_t>(to, from, n);
  else if (n >= 2) copy_two<std::uint16_t>(to, from, n);
  else if (n == 1) *to = *from;
}

}  // namespace

extern "C" void* memmove(void* to, const void* from, std::size_t n) {
  if (n <= kLong) copy_short(static_cast<char*>(to), static_cast<const char*>(from), n);
  else __builtin_memmove(to, from, n);
  return to;
}

extern "C" void* memcpy(void* __restrict to, const void* __restrict from, std::size_t n) { return memmove(to, from, n); }

extern "C" void* memset(void* to, int byte, std::size_t n) {
  if (n > 16) return __builtin_memset(to, byte, n);
  char* bytes = static_cast<char*>(to);
  const std::uint64_t word = 0x0101010101010101u * static_cast<unsigned char>(byte);
  if (n >= 8) {
    store(bytes, word);
    store(bytes + n - 8, word);
  } else {
    for (std::size_t i = 0; i < n; ++i) bytes[i] = static_cast<char>(byte);
  }
  return to;
}
