// Finds passwords in the text of a connection string, without parsing it strictly: a string that
// libpq would refuse must not show its password either.
#include <tenon/catalog/redact.hpp>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <optional>
#include <vector>

namespace tenon {
namespace {

constexpr std::string_view hidden = "***";

/// A stretch of text that must not be shown.
struct Secret {
  std::size_t begin;
  std::size_t end;
};

bool is_space(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0;
}

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// user:PASSWORD@host. An unescaped `@` or `/` may be in the password, so it ends at the last `@`.
std::optional<Secret> password_of_user(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  const auto scheme = text.find("://");
  const auto start = scheme == std::string_view::npos ? 0 : scheme + 3;
  const auto colon = text.find(':', start);
  if (colon == std::string_view::npos || colon >= at) return std::nullopt;
  return Secret{colon + 1, at};
}

/// The end of the value that begins at `begin`: at the closing quote, or before `&` and blanks.
std::size_t value_end(std::string_view text, std::size_t begin) {
  const bool quoted = begin < text.size() && text[begin] == '\'';
  std::size_t at = quoted ? begin + 1 : begin;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (quoted ? text[at] == '\'' : (is_space(text[at]) || text[at] == '&')) {
      return quoted ? at + 1 : at;
    }
  }
  return text.size();
}

/// password=…, sslpassword=… and any other word that ends in `password`, in either form.
std::vector<Secret> password_parameters(std::string_view text) {
  constexpr std::string_view word = "password";
  std::vector<Secret> secrets;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at)) {
    at += word.size();
    if (at < text.size() && is_word(text[at])) continue;
    while (at < text.size() && is_space(text[at])) ++at;
    if (at == text.size() || text[at] != '=') continue;
    ++at;
    while (at < text.size() && is_space(text[at])) ++at;
    const auto end = value_end(text, at);
    if (end > at) secrets.push_back({at, end});
    at = end;
  }
  return secrets;
}

std::vector<Secret> secrets_of(std::string_view text) {
  auto secrets = password_parameters(text);
  if (const auto password = password_of_user(text)) secrets.push_back(*password);
  std::ranges::sort(secrets, {}, &Secret::begin);
  return secrets;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  if (what.empty()) return;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

}  // namespace

std::string redacted(std::string_view conninfo) {
  std::string shown;
  std::size_t done = 0;
  for (const auto& secret : secrets_of(conninfo)) {
    if (secret.end <= done) continue;
    shown += conninfo.substr(done, std::max(secret.begin, done) - done);
    shown += hidden;
    done = secret.end;
  }
  shown += conninfo.substr(done);
  return shown;
}

std::string redacted(std::string_view message, std::string_view conninfo) {
  std::string shown{message};
  replace_all(shown, conninfo, redacted(conninfo));
  for (const auto& secret : secrets_of(conninfo)) {
    auto password = conninfo.substr(secret.begin, secret.end - secret.begin);
    replace_all(shown, password, hidden);
    // libpq cuts a malformed string at these, and quotes the pieces.
    while (!password.empty()) {
      const auto cut = password.find_first_of("@/?#:&=' \t");
      const auto piece = password.substr(0, cut);
      if (piece.size() > 1) replace_all(shown, piece, hidden);
      if (cut == std::string_view::npos) break;
      password.remove_prefix(cut + 1);
    }
  }
  return shown;
}

}  // namespace tenon
