#include "proxy.hpp"

#include "frontend_messages.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace tenon::reliability {
namespace {

constexpr const char* socket_name = ".s.PGSQL.5432";
/// How soon an end is noticed.
constexpr int milliseconds = 2;

sockaddr_un address_of(const std::filesystem::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.string().size() >= sizeof address.sun_path)
    throw std::system_error{ENAMETOOLONG, std::generic_category(), path.string()};
  std::strcpy(address.sun_path, path.c_str());
  return address;
}

int new_socket() {
  const int made = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (made < 0) throw std::system_error{errno, std::generic_category(), "socket"};
  return made;
}

// Whether all of it went.
bool send_all(int to, const char* bytes, std::size_t count) {
  while (count > 0) {
    const ssize_t sent = send(to, bytes, count, MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes += sent;
    count -= static_cast<std::size_t>(sent);
  }
  return true;
}

}  // namespace

class Proxy::Pair {
 public:
  Pair(int client, int server) : client_{client}, server_{server} {}
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;
  ~Pair() {
    close(client_);
    close(server_);
  }

  [[nodiscard]] int client() const { return client_; }
  [[nodiscard]] int server() const { return server_; }

  FrontendMessages messages;
  bool drops_answers = false;

 private:
  int client_;
  int server_;
};

Proxy::Proxy(std::filesystem::path server) : server_{std::move(server)}, listener_{new_socket()} {
  const auto address = address_of(folder() / socket_name);
  if (bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
      listen(listener_, SOMAXCONN) != 0)
    throw std::system_error{errno, std::generic_category(), "bind"};
  thread_ = std::jthread{[this](const std::stop_token& ended) { run(ended); }};
}

Proxy::~Proxy() {
  thread_.request_stop();
  thread_.join();
  close(listener_);
}

void Proxy::cut() {
  const std::scoped_lock lock{mutex_};
  pairs_.clear();
}

void Proxy::cut_at(std::size_t question, CutAt what) {
  const std::scoped_lock lock{mutex_};
  cut_at_ = question;
  cut_what_ = what;
  questions_ = 0;
}

void Proxy::begin_anew() {
  cut_at(0, CutAt::question);
}

std::size_t Proxy::questions() const {
  const std::scoped_lock lock{mutex_};
  return questions_;
}

void Proxy::accept_one() {
  const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
  if (client < 0) return;
  const int server = new_socket();
  const auto address = address_of(server_);
  auto pair = std::make_unique<Pair>(client, server);
  if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
    pairs_.push_back(std::move(pair));
}

void Proxy::run(const std::stop_token& ended) {
  std::array<char, 65536> buffer{};
  // False when the connection is to be closed.
  const auto pass_on_question = [&](Pair& pair) {
    const ssize_t count = recv(pair.client(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count <= 0) return count < 0 && errno == EAGAIN;
    std::string_view rest{buffer.data(), static_cast<std::size_t>(count)};
    while (!rest.empty()) {
      bool is_question = false;
      const std::size_t part = pair.messages.take(rest, is_question);
      if (is_question) ++questions_;
      const bool is_cut = is_question && questions_ == cut_at_;
      if (is_cut && cut_what_ == CutAt::question) return false;
      if (!send_all(pair.server(), rest.data(), part)) return false;
      if (is_cut) pair.drops_answers = true;
      rest.remove_prefix(part);
    }
    return true;
  };
  const auto pass_on_answer = [&](Pair& pair) {
    const ssize_t count = recv(pair.server(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count <= 0) return count < 0 && errno == EAGAIN;
    if (pair.drops_answers) return false;
    return send_all(pair.client(), buffer.data(), static_cast<std::size_t>(count));
  };
  while (!ended.stop_requested()) {
    std::vector<pollfd> ready{{.fd = listener_, .events = POLLIN, .revents = 0}};
    {
      const std::scoped_lock lock{mutex_};
      for (const auto& pair : pairs_)
        for (const int end : {pair->client(), pair->server()})
          ready.push_back({.fd = end, .events = POLLIN, .revents = 0});
    }
    if (poll(ready.data(), ready.size(), milliseconds) <= 0) continue;
    const std::scoped_lock lock{mutex_};
    // What was polled may be closed by now; asking a socket that has nothing to say is no harm.
    std::erase_if(pairs_, [&](const std::unique_ptr<Pair>& pair) {
      return !pass_on_question(*pair) || !pass_on_answer(*pair);
    });
    if (ready.front().revents != 0) accept_one();
  }
}

}  // namespace tenon::reliability
