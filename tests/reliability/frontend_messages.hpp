// Where the messages of a client begin and end.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tenon::reliability {

/// Follows what a client sends over one connection without encryption.
/// https://www.postgresql.org/docs/current/protocol-message-formats.html
class FrontendMessages {
 public:
  /// Takes bytes up to the end of the next message that the server answers with ReadyForQuery (a
  /// Query or a Sync), or all of them when there is none.
  /// @param is_question whether they end with one
  /// @return how many it took.
  std::size_t take(std::string_view bytes, bool& is_question) {
    is_question = false;
    std::size_t taken = 0;
    while (taken < bytes.size()) {
      if (left_ == 0 && header_ == 0) begin();
      if (header_ > 0) {
        take_header(bytes[taken++]);
      } else {
        const std::size_t part = std::min(left_, bytes.size() - taken);
        taken += part;
        left_ -= part;
      }
      if (header_ == 0 && left_ == 0) {
        is_question = type_ == 'Q' || type_ == 'S';
        if (is_question) break;
      }
    }
    return taken;
  }

 private:
  // The first message, of the start, has no type.
  void begin() {
    type_ = 0;
    has_type_ = is_started_;
    header_ = is_started_ ? 5 : 4;
    is_started_ = true;
  }

  void take_header(char byte) {
    if (has_type_ && header_ == 5)
      type_ = byte;
    else
      left_ = left_ << 8U | static_cast<unsigned char>(byte);
    // The length counts its own four bytes.
    if (--header_ == 0) left_ -= 4;
  }

  bool is_started_ = false;
  bool has_type_ = false;
  char type_ = 0;
  std::size_t header_ = 0;
  std::size_t left_ = 0;
};

}  // namespace tenon::reliability
